import type { Theme } from '#contract/theme';
import { previewNames } from '#stand-in/preview-names';
import type { Finding } from '#theming/checks/finding';
import { type ContrastSummary, gatherContrasts } from '#theming/checks/gather-contrasts';
import type { HeldState, Look, Sight } from '#theming/checks/seen';
import { compileTheme } from '#theming/compile-theme';
import { whileForced } from './forced-states';
import type { Idle } from './idle';
import { inspectControls } from './inspect-controls';
import { inspectTexts } from './inspect-text';
import type { InspectionFrame } from './inspection-frame';
import type { ScreenCopy } from './screen-copies';
import { isDisabled, isShown } from './shown-text';

export interface Report {
  findings: readonly Finding[];
  contrasts: ContrastSummary;
}

export interface CheckBench {
  idle: Idle;
  frame: InspectionFrame;
  /** What a screen is made of, copied once and kept. */
  readScreen(screen: string): Promise<readonly ScreenCopy[]>;
  signal: AbortSignal;
  onProgress(done: number, of: number): void;
}

const looks: readonly Look[] = [
  { language: 'en', scheme: 'light', width: 360 },
  { language: 'en', scheme: 'dark', width: 360 },
];

/** Looks at every screen under a theme, a little at a time. @throws `AbortError` where it was told to stop. */
export async function checkTheme(
  theme: Theme,
  { idle, frame, readScreen, signal, onProgress }: CheckBench,
): Promise<Report> {
  const contrasts = gatherContrasts();
  frame.applyCss(compileTheme(theme));
  for (const [index, screen] of previewNames.entries()) {
    onProgress(index, previewNames.length);
    const copies = await readScreen(screen);
    for (const look of looks) {
      await idle.wait();
      signal.throwIfAborted();
      const copy = copies.find(({ language }) => language === look.language);
      if (!copy) continue;
      frame.show(copy, look);
      const sight: Sight = { ...look, screen };
      contrasts.add(sight, { texts: inspectTexts(frame.document, 'rest'), controls: inspectControls(frame.document) });
      await idle.wait();
      signal.throwIfAborted();
      contrasts.add(sight, { texts: inspectHeld(frame.document), controls: [] });
    }
  }
  return { findings: contrasts.list(), contrasts: contrasts.summarise() };
}

/** The labels of what can be pressed, while it is pointed at and while it is held down. */
function inspectHeld(document: Document) {
  const pressable = [...document.querySelectorAll('button, a, .list li')].filter(
    one => isShown(one) && !isDisabled(one),
  );
  return pressable.flatMap(element =>
    (['hover', 'pressed'] as const).flatMap((state: Exclude<HeldState, 'rest'>) =>
      whileForced(element, state, () => inspectTexts(document, state, element)),
    ),
  );
}
