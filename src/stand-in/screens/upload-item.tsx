import { type DragEvent, type ReactNode, useRef } from 'react';
import { isRetryable } from '../document-uploads';
import type { Side, SideUpload } from '../screen';
import { type TextKey, type Texts, toMegabytes } from '../texts';
import { ActionLink } from './action-link';
import { FilePreview } from './file-preview';
import { Icon } from './icon';
import { errorIdOf, inputIdOf } from './upload-ids';

interface UploadItemProps {
  /** What is to be uploaded, in words. */
  name: string;
  upload: SideUpload;
  /** Media types for the file dialog. */
  accept: string;
  maxBytes: number;
  texts: Texts;
  onFile: (file: File) => void;
  onCancel: () => void;
  /** Between the name and the drop zone. */
  children?: ReactNode;
}

export function UploadItem({ name, upload, accept, maxBytes, texts, onFile, onCancel, children }: UploadItemProps) {
  const input = useRef<HTMLInputElement>(null);
  const { side, state } = upload;
  const id = inputIdOf(side);
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
        {children}
        {state.name !== 'accepted' && (
          <>
            <input
              ref={input}
              id={id}
              type="file"
              accept={accept}
              aria-labelledby={`${id}-name ${id}-label`}
              aria-describedby={`${id}-state${isFaulty ? ` ${errorIdOf(side)}` : ''}`}
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
            <ActionLink
              className="cancel"
              onPress={() => {
                input.current?.focus();
                onCancel();
              }}
            >
              {texts.say('upload.cancel')}
            </ActionLink>
          </>
        )}
      </div>
    </div>
  );
}

/** What an upload is of; `step` says whether it is a face, and photographed or filmed. */
export function sayUpload(
  side: Side,
  { idDocSetType, videoRequired = null }: { idDocSetType: string; videoRequired?: string | null },
  texts: Texts,
): string {
  return texts.say(side ? `sides.${side}` : wholeOf(idDocSetType, videoRequired));
}

function wholeOf(idDocSetType: string, videoRequired: string | null): TextKey {
  if (idDocSetType.startsWith('SELFIE')) return videoRequired === null ? 'sides.photo' : 'sides.film';
  return idDocSetType.startsWith('PROOF_OF') ? 'sides.address' : 'sides.whole';
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
    case 'turned-down':
      return texts.say('upload.turnedDown', { fileName: state.file.name });
    case 'failed':
      return texts.say(isRetryable(state.reason) ? 'upload.notSent' : 'upload.turnedDown', {
        fileName: state.file.name,
      });
    case 'empty':
      return texts.say(formatsOf(accept), { maxMegabytes: toMegabytes(maxBytes) });
  }
}

function formatsOf(accept: string): TextKey {
  if (accept.includes('pdf')) return 'upload.formats';
  return accept.includes('video') ? 'upload.filmFormats' : 'upload.photoFormats';
}
