import type { Texts } from '../texts';

/** In place of the whole flow. */
export function UnsupportedScreen({ texts }: { texts: Texts }) {
  return (
    <section className="content">
      <div id="not-supported-msg">
        <div className="row">
          <h2 className="center">
            <p>{texts.say('unsupported.title')}</p>
          </h2>
        </div>
        <div className="row">
          <p>{texts.say('unsupported.text')}</p>
        </div>
      </div>
    </section>
  );
}
