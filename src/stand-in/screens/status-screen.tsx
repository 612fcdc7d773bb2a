import type { Screen } from '../screen';
import type { Texts } from '../texts';
import { ErrorMessages } from './error-messages';
import { Icon, type IconName } from './icon';
import { IdentSteps } from './ident-steps';
import { LoaderOverlay, Spinner } from './loader';
import { titleOfScreen } from './screen-title';
import { StatusCard } from './status-card';

type StatusScreenName = 'sending' | 'pending' | 'on-hold' | 'approved' | 'rejected';

const icons = {
  pending: 'clock',
  'on-hold': 'clock',
  approved: 'tick',
  rejected: 'cross',
} as const satisfies Record<Exclude<StatusScreenName, 'sending'>, IconName>;

const statusTexts = {
  pending: 'pending.text',
  'on-hold': 'onHold.text',
  approved: 'approved.text',
  rejected: 'rejected.text',
} as const;

interface StatusScreenProps {
  screen: Extract<Screen, { name: StatusScreenName }>;
  texts: Texts;
}

export function StatusScreen({ screen, texts }: StatusScreenProps) {
  if (screen.name === 'sending') {
    if (!screen.complete) return <LoaderOverlay texts={texts} />;
    return <StatusCard kind="sending" icon={<Spinner />} title={titleOfScreen(screen, texts)} />;
  }
  const comment = screen.name === 'rejected' ? screen.applicant.review.reviewResult?.moderationComment : undefined;
  const isCutOff = 'connection' in screen && screen.connection === 'lost';
  return (
    <StatusCard
      kind={screen.name}
      icon={<Icon name={icons[screen.name]} />}
      title={titleOfScreen(screen, texts)}
      text={
        <>
          <p className="status-text">{texts.say(statusTexts[screen.name])}</p>
          {comment && (
            <p className="subitem-text" dir="auto">
              {comment}
            </p>
          )}
        </>
      }
    >
      {screen.name !== 'rejected' && (
        <div className="row">
          <IdentSteps applicant={screen.applicant} texts={texts} />
        </div>
      )}
      <div className="row">
        <ErrorMessages
          messages={
            isCutOff
              ? [
                  {
                    id: 'connection-lost',
                    kind: 'warn',
                    title: texts.say('pending.connectionTitle'),
                    text: texts.say('pending.connectionText'),
                  },
                ]
              : []
          }
          texts={texts}
        />
      </div>
    </StatusCard>
  );
}
