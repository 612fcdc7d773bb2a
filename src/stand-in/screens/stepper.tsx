import type { Texts } from '../texts';
import { type MarkedStep, markTexts, type StepMark, stepClasses } from './step-marks';

const bulletIcons = {
  open: undefined,
  active: undefined,
  success: 'fa fa-check',
  pending: 'fa fa-clock-o',
  'active-pending': 'fa fa-clock-o',
  reject: 'fa fa-times',
} as const satisfies Record<StepMark, string | undefined>;

interface StepperProps {
  steps: readonly MarkedStep[];
  texts: Texts;
}

export function DesktopStepper({ steps, texts }: StepperProps) {
  if (steps.length === 0) return null;
  return (
    <section className="transparent desktop">
      {/* biome-ignore lint/a11y/useSemanticElements: hosts' themes style bare ul and li, which 1.x had no stepper in */}
      <div className="steps" role="list" aria-label={texts.say('stepper.label')}>
        {steps.map(({ id, name, mark }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            className={stepClasses[mark]}
            role="listitem"
            aria-current={isCurrent(mark) ? 'step' : undefined}
            key={id}
          >
            <div className="line" />
            <div className="bullet">{bulletIcons[mark] && <i className={bulletIcons[mark]} aria-hidden="true" />}</div>
            <div className="title">
              {name}
              <span className="unseen">, {texts.say(markTexts[mark])}</span>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Narrow frames: the screen's title, "step n of m" and a bar. The bar alone where no step is at hand. */
export function MobileStepper({ steps, texts, title }: StepperProps & { title: string }) {
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
        {steps.map(({ id, mark }) => (
          <div className={stepClasses[mark]} key={id} />
        ))}
      </div>
    </>
  );
}

function isCurrent(mark: StepMark): boolean {
  return mark === 'active' || mark === 'active-pending';
}
