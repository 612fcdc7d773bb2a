import type { Texts } from '../texts';
import { AlternativeBackButton, BackButton, SubmitButton } from './button-row';
import { FilePreview } from './file-preview';
import type { Camera } from './use-camera';

/** The live picture, or the one that was taken from it. */
export function CameraPad({ camera, texts }: { camera: Camera; texts: Texts }) {
  const { state } = camera;
  if (state.name !== 'live' && state.name !== 'taken') return null;
  return (
    <div className="pad">
      <div className="row direction-row">
        <p className="primary-hint">{texts.say(state.name === 'live' ? 'selfie.hint' : 'selfie.check')}</p>
      </div>
      <div className="overlay-container">
        <div className="face-frame-container">
          {state.name === 'live' ? (
            <video
              className="media-element"
              ref={camera.video}
              autoPlay
              playsInline
              muted
              aria-label={texts.say('selfie.video')}
              onPlaying={camera.markReady}
            />
          ) : (
            <FilePreview file={state.picture} alt={texts.say('selfie.taken')} />
          )}
          <div className="crosshair" />
        </div>
      </div>
      <div className="controls">
        {state.name === 'live' ? (
          <AlternativeBackButton text={texts.say('selfie.close')} onPress={camera.close} />
        ) : (
          <BackButton text={texts.say('selfie.retake')} onPress={() => void camera.open()} />
        )}
        <div>
          <SubmitButton
            text={texts.say(state.name === 'live' ? 'selfie.take' : 'selfie.use')}
            disabled={state.name === 'live' && !state.ready}
          />
        </div>
      </div>
    </div>
  );
}
