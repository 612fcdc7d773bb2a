import { filmSeconds } from '../camera-session';
import type { Texts } from '../texts';
import { AlternativeBackButton, BackButton, SubmitButton } from './button-row';
import { FilePreview } from './file-preview';
import { Spinner } from './loader';
import type { Camera } from './use-camera';

export type CameraKind = 'photo' | 'film';

const padTexts = {
  photo: {
    hint: 'selfie.hint',
    start: 'selfie.take',
    check: 'selfie.check',
    taken: 'selfie.taken',
    use: 'selfie.use',
    again: 'selfie.retake',
  },
  film: {
    hint: 'liveness.hint',
    start: 'liveness.record',
    check: 'liveness.check',
    taken: 'liveness.taken',
    use: 'liveness.use',
    again: 'liveness.again',
  },
} as const;

/** What the camera shows, or what was taken with it. */
export function CameraPad({ camera, kind, texts }: { camera: Camera; kind: CameraKind; texts: Texts }) {
  const { state } = camera;
  const says = padTexts[kind];
  const isTaken = state.name === 'taken';
  const canStart = state.name === 'live' && state.ready;
  return (
    <div className="pad">
      <div className="row direction-row">
        <p className="primary-hint" role="status">
          {sayHint(camera, kind, texts)}
        </p>
      </div>
      <div className="overlay-container">
        <div className="face-frame-container">
          {isTaken ? (
            <FilePreview file={state.file} alt={texts.say(says.taken)} playable />
          ) : (
            <video
              className="media-element"
              ref={camera.video}
              autoPlay
              playsInline
              muted
              aria-label={texts.say('selfie.video')}
              onPlaying={camera.markReady}
            />
          )}
          {!isTaken && <div className="crosshair" data-v-76daa354="" data-recording={state.name === 'recording'} />}
        </div>
        {state.name === 'opening' && <Spinner />}
        {state.name === 'recording' && (
          <div className="seconds-left" aria-hidden="true">
            {state.secondsLeft}
          </div>
        )}
      </div>
      <div className="controls">
        {isTaken ? (
          <BackButton text={texts.say(says.again)} onPress={() => void camera.open()} />
        ) : (
          <AlternativeBackButton text={texts.say('selfie.close')} onPress={camera.close} />
        )}
        <div>
          <SubmitButton text={texts.say(isTaken ? says.use : says.start)} disabled={!isTaken && !canStart} />
        </div>
      </div>
    </div>
  );
}

function sayHint({ state }: Camera, kind: CameraKind, texts: Texts): string {
  switch (state.name) {
    case 'opening':
      return texts.say('selfie.opening');
    case 'recording':
      return texts.say('liveness.recording', { seconds: state.secondsLeft });
    case 'taken':
      return texts.say(padTexts[kind].check);
    default:
      return texts.say(padTexts[kind].hint, { seconds: filmSeconds });
  }
}
