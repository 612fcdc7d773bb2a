import { type DragEvent, useId, useRef } from 'react';
import type { Side, SideUpload } from '../flow';
import { type TextKey, type Texts, toMegabytes } from '../texts';
import { FilePreview } from './file-preview';
import { Icon } from './icon';

interface UploadItemProps {
  idDocSetType: string;
  upload: SideUpload;
  /** Media types for the file dialog. */
  accept: string;
  maxBytes: number;
  texts: Texts;
  errorId: string;
  onFile: (file: File) => void;
  onCancel: () => void;
}

export function UploadItem({
  idDocSetType,
  upload,
  accept,
  maxBytes,
  texts,
  errorId,
  onFile,
  onCancel,
}: UploadItemProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { side, state } = upload;
  const name = sayUpload(side, idDocSetType, texts);
  const isFaulty = state.name === 'failed' || state.name === 'turned-down' || state.name === 'send-again';
  const takeDropped = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };

  return (
    <div className="upload-payment-item">
      <div className={`upload-item ${state.name}`}>
        <h4 className={state.name === 'accepted' ? undefined : 'requiredDoc'} id={`${id}-name`}>
          {name}
        </h4>
        {state.name !== 'accepted' && (
          <>
            <input
              ref={input}
              id={id}
              type="file"
              accept={accept}
              aria-labelledby={`${id}-name ${id}-label`}
              aria-describedby={`${id}-state${isFaulty ? ` ${errorId}` : ''}`}
              aria-invalid={state.name === 'failed' || state.name === 'turned-down' || undefined}
              onChange={event => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file) onFile(file);
              }}
            />
            <label className="drag-drop" htmlFor={id} onDragOver={event => event.preventDefault()} onDrop={takeDropped}>
              <UploadPicture state={state} texts={texts} />
              <span id={`${id}-label`}>{texts.say(hasFile(state) ? 'upload.chooseAnother' : 'upload.choose')}</span>
            </label>
          </>
        )}
        <p id={`${id}-state`} role="status">
          {sayState(state, accept, maxBytes, texts)}
        </p>
        {state.name === 'uploading' && (
          <>
            <progress value={state.fraction} aria-labelledby={`${id}-name`} />
            <CancelLink
              text={texts.say('upload.cancel')}
              onPress={() => {
                input.current?.focus();
                onCancel();
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** An anchor because hosts' themes style `a.cancel`, a button in all it does. */
function CancelLink({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: said above
    // biome-ignore lint/a11y/useValidAnchor: said above
    <a
      className="cancel"
      href="#cancel"
      role="button"
      onClick={event => {
        event.preventDefault();
        onPress();
      }}
      onKeyDown={event => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      {text}
    </a>
  );
}

export function sayUpload(side: Side, idDocSetType: string, texts: Texts): string {
  if (side) return texts.say(`sides.${side}`);
  const whole: TextKey = idDocSetType.startsWith('SELFIE')
    ? 'sides.photo'
    : idDocSetType.startsWith('PROOF_OF')
      ? 'sides.address'
      : 'sides.whole';
  return texts.say(whole);
}

function UploadPicture({ state, texts }: { state: SideUpload['state']; texts: Texts }) {
  if ('file' in state && state.file) {
    return <FilePreview file={state.file} alt={texts.say('upload.preview', { fileName: state.file.name })} />;
  }
  return (
    <i className="upload-icon">
      <Icon name={state.name === 'received' ? 'tick' : 'upload'} />
    </i>
  );
}

function hasFile(state: SideUpload['state']): boolean {
  return state.name !== 'empty' && state.name !== 'accepted' && state.name !== 'send-again';
}

function sayState(state: SideUpload['state'], accept: string, maxBytes: number, texts: Texts): string {
  switch (state.name) {
    case 'uploading':
      return texts.say('upload.uploading', { fileName: state.file.name });
    case 'received':
      return state.file
        ? texts.say('upload.receivedFile', { fileName: state.file.name })
        : texts.say('upload.received');
    case 'accepted':
      return texts.say('upload.accepted');
    case 'send-again':
      return texts.say('upload.sendAgain');
    case 'empty':
    case 'failed':
    case 'turned-down':
      return texts.say(accept.includes('pdf') ? 'upload.formats' : 'upload.photoFormats', {
        maxMegabytes: toMegabytes(maxBytes),
      });
  }
}
