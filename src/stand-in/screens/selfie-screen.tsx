import { useEffect, useRef } from 'react';
import { isStepComplete, type Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { TextKey, Texts } from '../texts';
import { BackButton, ButtonRow, SubmitButton } from './button-row';
import { CameraPad } from './camera-pad';
import { type ErrorMessage, ErrorMessages } from './error-messages';
import { Instructions } from './instructions';
import { ScreenTitle, SubTitle, titleOfScreen } from './screen-title';
import { errorIdOf, listUploadErrors } from './upload-errors';
import { UploadItem } from './upload-item';
import { type CameraState, useCamera } from './use-camera';

interface SelfieScreenProps {
  screen: Extract<Screen, { name: 'selfie' }>;
  texts: Texts;
  session: FrameSession;
}

const accept = 'image/jpeg,image/png';
const tips: readonly TextKey[] = ['selfie.tipLight', 'selfie.tipBare', 'selfie.tipAlone'];
const faultTexts = {
  missing: 'selfie.cameraMissing',
  denied: 'selfie.cameraDenied',
  busy: 'selfie.cameraBusy',
  failed: 'selfie.cameraFailed',
} as const;

/** One primary button at a time: open the camera, take the photo, use it; or go on with an uploaded one. */
export function SelfieScreen({ screen, texts, session }: SelfieScreenProps) {
  const { applicant, step } = screen.round;
  const upload = screen.uploads[0];
  const side = upload?.side ?? null;
  const camera = useCamera();
  const { state } = camera;
  const isOn = state.name === 'live' || state.name === 'taken';
  const isSent = isStepComplete(screen);
  const pad = useRef<HTMLDivElement>(null);

  // The button that was pressed is gone with its pad, and the focus with the button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of pad, whatever it changed to
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) pad.current?.focus({ preventScroll: true });
  }, [state.name]);

  async function use(picture: File) {
    camera.close();
    await session.upload(side, picture);
    await session.finishStep();
  }

  async function act() {
    if (state.name === 'live') await camera.take();
    else if (state.name === 'taken') await use(state.picture);
    else if (isSent) await session.finishStep();
    else await camera.open();
  }

  return (
    <section className="content">
      <form
        onSubmit={event => {
          event.preventDefault();
          void act();
        }}
      >
        <div>
          <ScreenTitle title={titleOfScreen(screen, texts)} />
          <SubTitle text={texts.sayNamed('document.subTitles', step.idDocSetType)} />
          <div className="row">
            <ErrorMessages
              messages={[...listUploadErrors(screen.uploads, screen.round, texts), ...listCameraErrors(state, texts)]}
            />
          </div>
          <div className="row">
            <div className="liveness-step" tabIndex={-1} ref={pad}>
              {isOn ? (
                <CameraPad camera={camera} texts={texts} />
              ) : (
                <div className="pad tutorial">
                  <div className="row">
                    <Instructions items={tips.map(tip => texts.say(tip))} />
                  </div>
                  <div className="row" role="status">
                    {state.name === 'opening' && <p>{texts.say('selfie.opening')}</p>}
                  </div>
                  {!isSent && (
                    <ButtonRow>
                      <SubmitButton
                        text={texts.say('selfie.openCamera')}
                        disabled={state.name === 'opening' || upload?.state.name === 'uploading'}
                      />
                    </ButtonRow>
                  )}
                </div>
              )}
            </div>
          </div>
          <div className="row or">
            <h4>{texts.say('selfie.or')}</h4>
          </div>
          <div className="row">
            <div className="upload">
              {screen.uploads.map(one => (
                <UploadItem
                  key={one.side}
                  idDocSetType={step.idDocSetType}
                  upload={one}
                  accept={accept}
                  maxBytes={applicant.fileSizeLimits.maxBytes}
                  texts={texts}
                  errorId={errorIdOf(one.side)}
                  onFile={file => {
                    camera.close();
                    void session.upload(one.side, file);
                  }}
                  onCancel={() => session.cancelUpload(one.side)}
                />
              ))}
            </div>
          </div>
          {isSent && !isOn && (
            <ButtonRow>
              <BackButton text={texts.say('selfie.openCamera')} onPress={() => void camera.open()} />
              <SubmitButton text={texts.say('buttons.continue')} disabled={state.name === 'opening'} />
            </ButtonRow>
          )}
        </div>
      </form>
    </section>
  );
}

function listCameraErrors(state: CameraState, texts: Texts): ErrorMessage[] {
  if (state.name !== 'faulty') return [];
  const title = texts.say('selfie.cameraTitle');
  return [{ id: 'camera-error', kind: 'warn', title, text: texts.say(faultTexts[state.fault]) }];
}
