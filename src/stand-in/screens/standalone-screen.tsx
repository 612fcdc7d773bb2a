import type { ComponentType } from 'react';
import { createTexts, type Texts } from '../texts';

/** A page that no host has told a language: it speaks the browser's. */
export function StandalonePage({ Card }: { Card: ComponentType<{ texts: Texts }> }) {
  const texts = createTexts(navigator.language, undefined);
  return (
    <main className="iframe2" lang={texts.language} dir={texts.direction}>
      <Card texts={texts} />
    </main>
  );
}

/** For a browser that opened the frame's address by itself. */
export function StandaloneScreen({ texts }: { texts: Texts }) {
  return (
    <section className="content">
      <div className="row">
        <h2>{texts.say('problem.standaloneTitle')}</h2>
      </div>
      <div className="row">
        <p>{texts.say('problem.standaloneText')}</p>
      </div>
    </section>
  );
}
