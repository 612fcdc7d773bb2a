import type { Texts } from '../texts';

export function Loader({ texts }: { texts: Texts }) {
  return (
    <div id="loader" role="status">
      <div className="round-icon">
        <Spinner />
      </div>
      <span className="unseen">{texts.say('loading')}</span>
    </div>
  );
}

export function Spinner() {
  return (
    <div className="spinner-container">
      <i className="fa-circle-o-notch" />
    </div>
  );
}
