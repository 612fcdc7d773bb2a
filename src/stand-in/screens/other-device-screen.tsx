import type { Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ScreenTitle, titleOfScreen } from './screen-title';

interface OtherDeviceScreenProps {
  screen: Extract<Screen, { name: 'other-device' }>;
  texts: Texts;
  session: FrameSession;
}

export function OtherDeviceScreen({ screen, texts }: OtherDeviceScreenProps) {
  return (
    <section className="content">
      <ScreenTitle title={titleOfScreen(screen, texts)} />
    </section>
  );
}
