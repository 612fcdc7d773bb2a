import { useEffect, useRef } from 'react';
import type { DocumentStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import { offersOtherDevice } from '../offers-other-device';
import { isStepComplete, type Screen } from '../screen';
import type { Texts } from '../texts';
import { BackButton, ButtonRow, SubmitButton } from './button-row';
import { listCameraErrors } from './camera-errors';
import { CameraPad } from './camera-pad';
import { ErrorMessages } from './error-messages';
import { MobileButton } from './mobile-button';
import { ScreenTitle, SubTitle, titleOfScreen } from './screen-title';
import { SelfieTutorial } from './selfie-tutorial';
import { listUploadErrors } from './upload-errors';
import { sayUpload, UploadItem } from './upload-item';
import { useCamera } from './use-camera';

interface SelfieScreenProps {
  screen: Extract<Screen, { name: 'selfie' }>;
  texts: Texts;
  session: FrameSession;
}

const accepts = {
  photo: 'image/jpeg,image/png',
  film: 'image/jpeg,image/png,video/mp4,video/webm,video/quicktime',
} as const;

/**
 * One primary button at a time: open the camera, take a photo or a film, use it; or go on with an uploaded one. A film
 * has to come from the camera, so that a file is asked for only where the camera cannot be used.
 */
export function SelfieScreen({ screen, texts, session }: SelfieScreenProps) {
  const { applicant, step } = screen.round;
  const kind = step.videoRequired === null ? 'photo' : 'film';
  const upload = screen.uploads[0];
  const side = upload?.side ?? null;
  const camera = useCamera(screen.cameraAtFirst);
  const { state } = camera;
  const isOn = state.name !== 'closed' && state.name !== 'faulty';
  const isSent = isStepComplete(screen);
  const isUploading = upload?.state.name === 'uploading';
  const takesFile = kind === 'photo' || state.name === 'faulty' || upload?.state.name !== 'empty';
  const pad = useRef<HTMLDivElement>(null);

  // The button that was pressed is gone with its pad, and the focus with the button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of pad, whatever it changed to
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) pad.current?.focus({ preventScroll: true });
  }, [state.name]);

  async function use(file: File) {
    camera.close();
    await session.upload(side, file);
    await session.finishStep();
  }

  async function act() {
    if (state.name === 'live' && kind === 'photo') await camera.takePhoto();
    else if (state.name === 'live') camera.recordFilm();
    else if (state.name === 'taken') await use(state.file);
    else if (isSent) await session.finishStep();
    else if (!isOn) await camera.open();
  }

  const uploadErrors = listUploadErrors(screen, {
    texts,
    session,
    ...(kind === 'film' ? { chooseAnother: () => void camera.open() } : {}),
  });

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
          <SubTitle text={sayPurpose(step, texts)} />
          <div className="row">
            <ErrorMessages messages={[...uploadErrors, ...listCameraErrors(state, texts)]} texts={texts} />
          </div>
          <div className="row">
            <div className="liveness-step" tabIndex={-1} ref={pad}>
              {isOn ? (
                <CameraPad camera={camera} kind={kind} texts={texts} />
              ) : (
                <div className="pad tutorial">
                  <SelfieTutorial kind={kind} texts={texts} />
                  {!isSent && (
                    <ButtonRow>
                      <SubmitButton text={texts.say('selfie.openCamera')} disabled={isUploading} />
                    </ButtonRow>
                  )}
                </div>
              )}
            </div>
          </div>
          {takesFile && !isOn && (
            <>
              <div className="row or">
                <h4 role="presentation">{texts.say('selfie.or')}</h4>
              </div>
              <div className="row">
                <div className="upload">
                  {screen.uploads.map(one => (
                    <UploadItem
                      key={one.side}
                      name={sayUpload(one.side, step, texts)}
                      upload={one}
                      accept={accepts[kind]}
                      maxBytes={applicant.fileSizeLimits.maxBytes}
                      texts={texts}
                      onFile={file => {
                        camera.close();
                        void session.upload(one.side, file);
                      }}
                      onCancel={() => session.cancelUpload(one.side)}
                    />
                  ))}
                </div>
              </div>
            </>
          )}
          {offersOtherDevice(applicant, window) && !isOn && !isSent && (
            <div className="row">
              <MobileButton texts={texts} onPress={() => void session.openOtherDevice()} />
            </div>
          )}
          {isSent && !isOn && (
            <ButtonRow>
              <BackButton text={texts.say('selfie.openCamera')} onPress={() => void camera.open()} />
              <SubmitButton text={texts.say('buttons.continue')} />
            </ButtonRow>
          )}
        </div>
      </form>
    </section>
  );
}

function sayPurpose({ idDocSetType, videoRequired }: DocumentStep, texts: Texts): string {
  const ours =
    videoRequired === null ? texts.sayNamed('document.subTitles', idDocSetType) : texts.say('liveness.subTitle');
  return texts.override(`document.subTitles.${idDocSetType}`) ?? ours;
}
