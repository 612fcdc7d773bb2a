import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useKeptFocus } from './use-kept-focus';

/** A dialog that gives no focus back itself, or not in time. */
function Bench() {
  useKeptFocus();
  const [step, setStep] = useState<'closed' | 'first' | 'second'>('closed');
  return (
    <main>
      <button type="button">Elsewhere</button>
      <button type="button" onClick={() => setStep('first')}>
        Import
      </button>
      {step !== 'closed' && (
        <div role="dialog" aria-label={step} tabIndex={-1}>
          <footer className="ui-dialog-actions">
            <button type="button" onClick={() => setStep('closed')}>
              Close
            </button>
            {step === 'first' && (
              <button type="button" onClick={() => setStep('second')}>
                Continue
              </button>
            )}
          </footer>
        </div>
      )}
    </main>
  );
}

test('a dialog that is over gives the focus to what it was opened from', async () => {
  render(<Bench />);
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import' })));
});

test('a dialog that goes on has the focus itself, and no button that would close it', async () => {
  render(<Bench />);
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'second' })));
});
