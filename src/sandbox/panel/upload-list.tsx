import type { ApplicantDetail, PanelImage } from '../control/panel-contract';
import { Choice } from './choice';
import { LabelChips } from './label-chips';
import { toImageAddress } from './panel-api';
import { acceptUpload, annotateUpload, flagUpload, noteOf, type VerdictDraft } from './verdict-draft';
import { toSize, toUploadName, toWords } from './wording';

interface DraftProps {
  draft: VerdictDraft;
  onChange: (draft: VerdictDraft) => void;
}

type Step = ApplicantDetail['steps'][number];

export function UploadList({ steps, ...draftProps }: DraftProps & { steps: readonly Step[] }) {
  return (
    <section aria-labelledby="uploads">
      <h3 id="uploads" className="aside-text">
        Uploads
      </h3>
      <ul className="uploads">
        {steps.map(step =>
          step.images.length === 0 ? (
            <li key={step.idDocSetType} className="card upload empty">
              <strong>{toWords(step.idDocType ?? step.idDocSetType)}</strong>
              <small>nothing uploaded</small>
            </li>
          ) : (
            step.images.map(image => <Upload key={image.imageId} step={step} image={image} {...draftProps} />)
          ),
        )}
      </ul>
    </section>
  );
}

function Upload({ step, image, draft, onChange }: DraftProps & { step: Step; image: PanelImage }) {
  const { imageId } = image;
  const name = toUploadName(step.idDocType ?? step.idDocSetType, image.idDocSubType);
  const isFlagged = draft.flaggedImageIds.includes(imageId);
  const note = noteOf(draft, imageId);
  return (
    <li className="slot">
      <div className={isFlagged ? 'card upload flagged' : 'card upload'}>
        <a className="sheet" href={toImageAddress(imageId)} target="_blank" rel="noreferrer">
          {image.mediaType.startsWith('image/') ? (
            <img src={toImageAddress(imageId)} alt={`Open ${name}`} />
          ) : (
            `Open ${image.mediaType.startsWith('video/') ? 'video' : 'PDF'}`
          )}
        </a>
        <strong>{name}</strong>
        <small>{[step.country, toSize(image.bytes)].filter(part => part !== null).join(' · ')}</small>
        {image.review && <small>{toLastVerdict(image.review)}</small>}
        <Choice
          name={`upload-${imageId}`}
          legend={name}
          className="segments"
          options={[
            ['accept', 'Accept'],
            ['send-again', 'Send again'],
          ]}
          value={isFlagged ? 'send-again' : 'accept'}
          onChoose={value => onChange(value === 'accept' ? acceptUpload(draft, imageId) : flagUpload(draft, imageId))}
        />
      </div>
      {isFlagged && (
        <fieldset className="card note">
          <legend>{name}: why again</legend>
          <label>
            Comment the person may see about it
            <textarea
              rows={2}
              value={note.moderationComment}
              onChange={event =>
                onChange(annotateUpload(draft, imageId, { moderationComment: event.currentTarget.value }))
              }
            />
          </label>
          <LabelChips
            legend="Labels of this upload"
            offered="RETRY"
            chosen={note.rejectLabels}
            onChange={rejectLabels => onChange(annotateUpload(draft, imageId, { rejectLabels }))}
          />
        </fieldset>
      )}
    </li>
  );
}

function toLastVerdict({ reviewAnswer, rejectLabels, moderationComment }: NonNullable<PanelImage['review']>): string {
  const parts = [`Last verdict ${reviewAnswer}`, rejectLabels.join(', '), moderationComment ?? ''];
  return parts.filter(part => part !== '').join(': ');
}
