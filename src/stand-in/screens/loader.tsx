import type { Texts } from '../texts';

/** While the frame starts and nothing can be shown yet. */
export function Loader({ texts }: { texts: Texts }) {
  return (
    <main id="loader">
      <div className="round-icon">
        <Spinner />
      </div>
      <span className="unseen" role="status">
        {texts.say('loading')}
      </span>
    </main>
  );
}

/** Over the screen that is left, until the next one is known. */
export function LoaderOverlay({ texts }: { texts: Texts }) {
  return (
    <div className="loader-overlay">
      <div className="loader">
        <Spinner />
      </div>
      <span className="unseen" role="status">
        {texts.say('loading')}
      </span>
    </div>
  );
}

export function Spinner() {
  return (
    <div className="spinner-container">
      <i className="fa fa-circle-o-notch" aria-hidden="true" />
    </div>
  );
}
