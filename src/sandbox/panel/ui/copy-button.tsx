import { useState } from 'react';

/** Copies a text; where the browser forbids it, says so. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('The browser does not allow it: select the text and copy it'),
    );
  return (
    <>
      <button type="button" className="small" onClick={() => void copy()}>
        Copy {what}
      </button>
      <span className="outcome" role="status">
        {outcome}
      </span>
    </>
  );
}
