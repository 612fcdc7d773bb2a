import type { Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ScreenTitle, titleOfScreen } from './screen-title';

interface ReviewScreenProps {
  screen: Extract<Screen, { name: 'review' }>;
  texts: Texts;
  session: FrameSession;
}

export function ReviewScreen({ screen, texts }: ReviewScreenProps) {
  return (
    <section className="content">
      <ScreenTitle title={titleOfScreen(screen, texts)} />
    </section>
  );
}
