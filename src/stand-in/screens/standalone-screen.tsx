import { createTexts } from '../texts';

/** For a browser that opened the frame's address by itself. */
export function StandaloneScreen() {
  const texts = createTexts(navigator.language, undefined);
  return (
    <div className="iframe2" lang={texts.language} dir={texts.direction}>
      <section className="content">
        <div className="row">
          <h2>{texts.say('problem.standaloneTitle')}</h2>
        </div>
        <div className="row">
          <p>{texts.say('problem.standaloneText')}</p>
        </div>
      </section>
    </div>
  );
}
