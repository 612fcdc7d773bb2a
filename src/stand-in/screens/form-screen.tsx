import type { Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ScreenTitle, titleOfScreen } from './screen-title';

interface FormScreenProps {
  screen: Extract<Screen, { name: 'questionnaire' | 'applicant-data' }>;
  texts: Texts;
  session: FrameSession;
}

export function FormScreen({ screen, texts }: FormScreenProps) {
  return (
    <section className="content">
      <ScreenTitle title={titleOfScreen(screen, texts)} />
    </section>
  );
}
