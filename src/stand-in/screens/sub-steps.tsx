import type { Texts } from '../texts';
import { type MarkedStep, markTexts, type StepMark } from './step-marks';

const classes = {
  open: 'sub-step',
  active: 'sub-step active',
  success: 'sub-step success',
  pending: 'sub-step pending',
  'active-pending': 'sub-step active pending',
  reject: 'sub-step reject',
} as const satisfies Record<StepMark, string>;

/** Dots for the pages inside one step, such as the sides of a document or the forms of a company. */
export function SubSteps({ steps, texts }: { steps: readonly MarkedStep[]; texts: Texts }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: hosts' themes style bare ul and li
    <div className="sub-steps" role="list" aria-label={texts.say('subSteps.label')}>
      {steps.map(({ id, name, mark }) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div className={classes[mark]} role="listitem" aria-current={mark === 'active' ? 'step' : undefined} key={id}>
          <i className="bullet" />
          <span className="unseen">
            {name}, {texts.say(markTexts[mark])}
          </span>
        </div>
      ))}
    </div>
  );
}
