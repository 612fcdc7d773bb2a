import type { Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ScreenTitle, titleOfScreen } from './screen-title';

interface ContactScreenProps {
  screen: Extract<Screen, { name: 'contact' }>;
  texts: Texts;
  session: FrameSession;
}

export function ContactScreen({ screen, texts }: ContactScreenProps) {
  return (
    <section className="content">
      <ScreenTitle title={titleOfScreen(screen, texts)} />
    </section>
  );
}
