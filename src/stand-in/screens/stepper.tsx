import { applicantOf, roundOf, type Screen } from '../flow';
import type { FrameStep } from '../frame-contract';
import type { Texts } from '../texts';
import { Icon } from './icon';

type Mark = 'open' | 'active' | 'success' | 'pending' | 'reject';

const bulletIcons = {
  success: 'tick',
  reject: 'cross',
  open: undefined,
  active: undefined,
  pending: undefined,
} as const;

export function DesktopStepper({ screen, texts }: { screen: Screen; texts: Texts }) {
  const steps = stepsWithMarks(screen);
  if (steps.length === 0) return null;
  return (
    <section className="transparent desktop">
      {/* biome-ignore lint/a11y/useSemanticElements: hosts' themes style bare ul and li, which 1.x had no stepper in */}
      <div className="steps" role="list" aria-label={texts.say('stepper.label')}>
        {steps.map(({ step, mark }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            className={classOf(mark)}
            role="listitem"
            aria-current={mark === 'active' ? 'step' : undefined}
            key={step.idDocSetType}
          >
            <div className="line" />
            <div className="bullet">
              {bulletIcons[mark] && (
                <i className="fa">
                  <Icon name={bulletIcons[mark]} />
                </i>
              )}
            </div>
            <div className="title">
              {texts.sayNamed('steps', step.idDocSetType)}
              <span className="unseen">, {texts.say(`stepper.${mark}`)}</span>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

export function MobileStepper({ screen, texts, title }: { screen: Screen; texts: Texts; title: string }) {
  const steps = stepsWithMarks(screen);
  const number = steps.findIndex(({ mark }) => mark === 'active') + 1;
  if (steps.length === 0) return null;
  return (
    <>
      {number > 0 && (
        <div className="steps-wizard-mobile">
          <h2 tabIndex={-1} data-heading="">
            {title}
          </h2>
          <div className="step-number mobile">{texts.say('stepper.stepOf', { number, total: steps.length })}</div>
        </div>
      )}
      <div className="steps mobile" aria-hidden="true">
        {steps.map(({ step, mark }) => (
          <div className={classOf(mark)} key={step.idDocSetType} />
        ))}
      </div>
    </>
  );
}

function stepsWithMarks(screen: Screen): { step: FrameStep; mark: Mark }[] {
  const applicant = applicantOf(screen);
  return applicant ? applicant.steps.map(step => ({ step, mark: markOf(screen, step) })) : [];
}

function markOf(screen: Screen, step: FrameStep): Mark {
  switch (screen.name) {
    case 'pending':
    case 'on-hold':
      return 'pending';
    case 'approved':
      return 'success';
    case 'rejected':
      return 'reject';
    default:
      if (roundOf(screen)?.step.idDocSetType === step.idDocSetType) return 'active';
      if (step.state === 'send-again') return 'reject';
      return step.state === 'open' ? 'open' : 'success';
  }
}

function classOf(mark: Mark): string {
  return mark === 'open' ? 'step' : `step ${mark}`;
}
