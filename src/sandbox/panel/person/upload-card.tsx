import type { PanelImage } from '../../control/panel-contract';
import { toImageAddress } from '../api/panel-http';
import { toSize, toUploadName } from '../ui/wording';
import { type DraftProps, ItemChoice, ItemNote } from './item-choice';
import type { Step } from './step-list';

export function UploadCard({ step, image, draft, onChange }: DraftProps & { step: Step; image: PanelImage }) {
  const { imageId } = image;
  const name = toUploadName(step.idDocType ?? step.idDocSetType, image.idDocSubType);
  const item = { item: imageId, name, draft, onChange };
  return (
    <li className="slot">
      <div className={draft.flagged.includes(imageId) ? 'card upload flagged' : 'card upload'}>
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
        <ItemChoice {...item} />
      </div>
      <ItemNote {...item} />
    </li>
  );
}

function toLastVerdict({ reviewAnswer, rejectLabels, moderationComment }: NonNullable<PanelImage['review']>): string {
  const parts = [`Last verdict ${reviewAnswer}`, rejectLabels.join(', '), moderationComment ?? ''];
  return parts.filter(part => part !== '').join(': ');
}
