import type { Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { ScreenTitle, titleOfScreen } from './screen-title';

interface WelcomeScreenProps {
  screen: Extract<Screen, { name: 'welcome' }>;
  texts: Texts;
  session: FrameSession;
}

export function WelcomeScreen({ screen, texts, session }: WelcomeScreenProps) {
  return (
    <section className="content">
      <form
        onSubmit={event => {
          event.preventDefault();
          session.passWelcome();
        }}
      >
        <ScreenTitle title={titleOfScreen(screen, texts)} />
        <ButtonRow>
          <SubmitButton text={texts.say('buttons.continue')} />
        </ButtonRow>
      </form>
    </section>
  );
}
