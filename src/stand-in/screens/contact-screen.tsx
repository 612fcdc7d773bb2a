import { useEffect, useRef } from 'react';
import type { FrameSession } from '../frame-session';
import { isOpenedFromReview, type Screen } from '../screen';
import type { Texts } from '../texts';
import { AddressForm } from './address-form';
import { BackButton } from './button-row';
import { CodeForm } from './code-form';
import { ModerationComment } from './moderation-comment';
import { ScreenTitle, SubTitle, titleOfScreen } from './screen-title';

interface ContactScreenProps {
  screen: Extract<Screen, { name: 'contact' }>;
  texts: Texts;
  session: FrameSession;
  /** Alpha-3: whose calling code a phone begins with. */
  country: string | undefined;
  hostDrawsBack: boolean;
}

/** Asks for an address, then for the code that was sent to it. */
export function ContactScreen({ screen, texts, session, country, hostDrawsBack }: ContactScreenProps) {
  const { stage, round } = screen;
  const { step } = round;
  const card = useRef<HTMLElement>(null);
  useFocusOnStage(card, stage.name);
  const back = isOpenedFromReview(screen) && !hostDrawsBack && (
    <BackButton text={texts.say('buttons.back')} onPress={session.goBack} />
  );
  const form = { contact: step.contact, country, texts, session, back };
  return (
    <section className="content" ref={card}>
      <div>
        <ScreenTitle title={titleOfScreen(screen, texts)} />
        <ModerationComment step={step} texts={texts} />
        {stage.name === 'asking' ? (
          <>
            <SubTitle text={texts.say(`contact.${step.contact}Text`)} />
            <AddressForm {...form} stage={stage} />
          </>
        ) : (
          <CodeForm {...form} stage={stage} />
        )}
      </div>
    </section>
  );
}

/** The field that the new stage is about takes the focus, which the button of the old one took with it. */
function useFocusOnStage(card: { current: HTMLElement | null }, stage: string) {
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (!document.hasFocus()) return;
    card.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus({ preventScroll: true });
  }, [card, stage]);
}
