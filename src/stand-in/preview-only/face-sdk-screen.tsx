import { ScreenTitle } from '../screens/screen-title';
import type { Texts } from '../texts';

/** The face check of another company, which old builds embedded under an id of its own. */
export function FaceSdkScreen({ texts }: { texts: Texts }) {
  return (
    <section className="content">
      <ScreenTitle title={texts.say('steps.SELFIE')} />
      <div className="row">
        <div id="zoom-sdk-body-element">
          <h2>{texts.say('faceSdk.title')}</h2>
          <p>{texts.say('selfie.hint')}</p>
          <button type="button">{texts.say('faceSdk.ready')}</button>
        </div>
      </div>
    </section>
  );
}
