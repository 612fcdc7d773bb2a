import type { ReactNode } from 'react';
import type { Texts } from '../texts';
import { SandboxMark } from './sandbox-mark';
import type { MarkedStep } from './step-marks';
import { DesktopStepper, MobileStepper } from './stepper';

interface FrameShellProps {
  screenName: string;
  title: string;
  steps: readonly MarkedStep[];
  texts: Texts;
  children: ReactNode;
}

/** What surrounds the card of every screen: the stepper above, the mark below. */
export function FrameShell({ screenName, title, steps, texts, children }: FrameShellProps) {
  return (
    <div className="iframe2 min-height" data-screen={screenName}>
      <main className="content-wrapper">
        <DesktopStepper steps={steps} texts={texts} />
        <MobileStepper steps={steps} texts={texts} title={title} />
        {children}
        <SandboxMark />
      </main>
    </div>
  );
}
