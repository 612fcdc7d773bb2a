import type { ApplicantDetail } from '../../control/panel-contract';
import { toWords } from '../ui/wording';
import { FormCard } from './form-card';
import type { DraftProps } from './item-choice';
import { UploadCard } from './upload-card';

export type Step = ApplicantDetail['steps'][number];

/** Everything that the level asks for, sent or not. */
export function StepList({ steps, ...draftProps }: DraftProps & { steps: readonly Step[] }) {
  return (
    <section aria-labelledby="steps">
      <h3 id="steps" className="aside-text">
        What was sent
      </h3>
      <ul className="uploads">
        {steps.map(step => {
          const { idDocSetType } = step;
          if (step.kind !== 'documents' && step.state !== 'open') {
            return <FormCard key={idDocSetType} step={step} {...draftProps} />;
          }
          if (step.images.length === 0) return <MissingCard key={idDocSetType} step={step} />;
          return step.images.map(image => <UploadCard key={image.imageId} step={step} image={image} {...draftProps} />);
        })}
      </ul>
    </section>
  );
}

function MissingCard({ step }: { step: Step }) {
  return (
    <li className="card upload empty">
      <strong>{toWords(step.idDocType ?? step.idDocSetType)}</strong>
      <small>{step.kind === 'documents' ? 'nothing uploaded' : 'not given yet'}</small>
    </li>
  );
}
