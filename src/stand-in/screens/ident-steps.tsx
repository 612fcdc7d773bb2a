import type { FrameApplicant, FrameStep } from '../frame-contract';
import type { Texts } from '../texts';

type IdentState = 'process' | 'success';

const icons = { process: 'fa fa-circle-o-notch', success: 'fa fa-check' } as const;
const stateTexts = { process: 'stepper.pending', success: 'resubmit.accepted' } as const;

/** What is being checked, one line for each step. */
export function IdentSteps({ applicant, texts }: { applicant: FrameApplicant; texts: Texts }) {
  const isApproved = applicant.review.reviewResult?.reviewAnswer === 'GREEN';
  return (
    <div className="status-steps">
      {/* biome-ignore lint/a11y/useSemanticElements: hosts' themes style bare ul and li */}
      <div className="ident-steps" role="list">
        {applicant.steps.map(step => {
          const state = isApproved ? 'success' : identStateOf(step);
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div className={`ident-step ${state}`} role="listitem" key={step.idDocSetType}>
              <div className="bullet">
                <i className={icons[state]} aria-hidden="true" />
              </div>
              <div>{texts.sayNamed('steps', step.idDocSetType)}</div>
              <div className="subitem-text">{texts.say(stateTexts[state])}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function identStateOf(step: FrameStep): IdentState {
  return step.state === 'accepted' ? 'success' : 'process';
}
