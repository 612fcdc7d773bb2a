import type { FrameSession } from '../frame-session';
import type { Screen, Side } from '../screen';
import type { Texts } from '../texts';
import { Icon } from './icon';
import { inputIdOf } from './upload-ids';

interface TypeSelectorProps {
  screen: Extract<Screen, { name: 'upload' }>;
  side: Side;
  texts: Texts;
  session: FrameSession;
}

/** The document type as a select in the upload's card, as some builds of 1.x had it; shown by previews. */
export function TypeSelector({ screen, side, texts, session }: TypeSelectorProps) {
  const { step } = screen.round;
  const { country, idDocType } = screen.document;
  return (
    <div className="doctype-selector">
      <select
        aria-label={texts.say('document.type')}
        value={idDocType}
        onChange={event => session.chooseDocument({ country, idDocType: event.target.value })}
      >
        <option value="">{texts.say('document.type')}</option>
        {step.documentTypes.map(type => (
          <option key={type.idDocType} value={type.idDocType}>
            {texts.sayNamed('documentTypes', type.idDocType)}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={texts.say('upload.choose')}
        disabled={idDocType === ''}
        onClick={() => document.getElementById(inputIdOf(side))?.click()}
      >
        <i className="upload-icon">
          <Icon name="upload" />
        </i>
      </button>
    </div>
  );
}
