import { acceptedMediaTypes } from '#idngo/file-rules';
import { nameCountry } from '../countries';
import type { FrameSession } from '../frame-session';
import { offersOtherDevice } from '../offers-other-device';
import { isStepComplete, type Screen } from '../screen';
import type { TextKey, Texts } from '../texts';
import { BackButton, ButtonRow, SubmitButton } from './button-row';
import { DocumentExamples } from './document-examples';
import { ErrorMessages } from './error-messages';
import { Instructions } from './instructions';
import { MobileButton } from './mobile-button';
import { ScreenTitle, SubTitle, titleOfScreen } from './screen-title';
import { TypeSelector } from './type-selector';
import { listUploadErrors } from './upload-errors';
import { sayUpload, UploadItem } from './upload-item';

interface UploadScreenProps {
  screen: Extract<Screen, { name: 'upload' }>;
  texts: Texts;
  session: FrameSession;
  hostDrawsBack: boolean;
}

const accept = Object.keys(acceptedMediaTypes).join(',');
const identityTips: readonly TextKey[] = [
  'upload.tipSharp',
  'upload.tipGlare',
  'upload.tipOriginal',
  'upload.tipValid',
];
const addressTips: readonly TextKey[] = ['upload.tipAddressName', 'upload.tipAddressDate', 'upload.tipSharp'];

export function UploadScreen({ screen, texts, session, hostDrawsBack }: UploadScreenProps) {
  const { applicant, step } = screen.round;
  const { country, idDocType } = screen.document;
  const documentType = texts.sayNamed('documentTypes', idDocType);
  const ownSubTitle = texts.override(`document.subTitles.${step.idDocSetType}`);
  const subTitle = texts.say('upload.subTitle', { documentType, country: nameCountry(country, texts.language) });
  const tips = step.idDocSetType.startsWith('PROOF_OF') ? addressTips : identityTips;

  return (
    <section className="content">
      <form
        onSubmit={event => {
          event.preventDefault();
          void session.finishStep();
        }}
      >
        <div>
          <ScreenTitle title={titleOfScreen(screen, texts)} />
          <SubTitle text={ownSubTitle ?? subTitle} />
          <div className="row">
            <Instructions items={tips.map(tip => texts.say(tip))} />
          </div>
          <div className="row">
            <DocumentExamples idDocSetType={step.idDocSetType} texts={texts} />
          </div>
          <div className="row">
            <ErrorMessages messages={listUploadErrors(screen, { texts, session })} texts={texts} />
          </div>
          <div className="row">
            <div className="upload">
              {screen.uploads.map(upload => (
                <UploadItem
                  key={`${idDocType} ${upload.side}`}
                  name={sayUpload(upload.side, step, texts)}
                  upload={upload}
                  accept={accept}
                  maxBytes={applicant.fileSizeLimits.maxBytes}
                  texts={texts}
                  onFile={file => void session.upload(upload.side, file)}
                  onCancel={() => session.cancelUpload(upload.side)}
                >
                  {screen.layout === 'type-in-card' && (
                    <TypeSelector screen={screen} side={upload.side} texts={texts} session={session} />
                  )}
                </UploadItem>
              ))}
            </div>
          </div>
          {offersOtherDevice(applicant, window) && (
            <>
              <div className="row or">
                <h4 role="presentation">{texts.say('otherDevice.or')}</h4>
              </div>
              <div className="row">
                <MobileButton texts={texts} onPress={() => void session.openOtherDevice()} />
              </div>
            </>
          )}
          <ButtonRow>
            {screen.choosable && !hostDrawsBack && (
              <BackButton text={texts.say('buttons.back')} onPress={session.goBack} />
            )}
            <SubmitButton text={texts.say('buttons.continue')} disabled={!isStepComplete(screen)} />
          </ButtonRow>
        </div>
      </form>
    </section>
  );
}
