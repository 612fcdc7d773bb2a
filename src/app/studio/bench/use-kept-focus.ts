import { useEffect } from 'react';

const focusable = 'button:enabled, input:enabled, a[href], [tabindex="0"]';
const dialogs = '[role="dialog"], [role="alertdialog"]';
const lastResort = ['.bench-settings [role="tab"][aria-selected="true"]', '#stage'];

/** What has the focus may go or be disabled by its own press: then the focus goes to what is nearest, never nowhere. */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    let outside: readonly Element[] = [];
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element ? listPath(target) : [];
      if (!path.some(element => element.matches(dialogs))) outside = path;
    };
    const keep = () => {
      const [last] = path;
      const { activeElement, body } = document;
      const isNowhere = activeElement === body || activeElement === null || activeElement === last;
      if (isNowhere && last && (!last.isConnected || last.matches(':disabled'))) findNearest(path, outside)?.focus();
    };
    // A dialog gives the focus back in the frame after it is closed.
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(keep);
      });
    };
    window.addEventListener('focusin', remember);
    window.addEventListener('click', look, true);
    window.addEventListener('keydown', look, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('focusin', remember);
      window.removeEventListener('click', look, true);
      window.removeEventListener('keydown', look, true);
    };
  }, []);
}

function listPath(element: Element): Element[] {
  const path = [element];
  for (let above = element.parentElement; above; above = above.parentElement) path.push(above);
  return path;
}

/** Where a dialog is over, what it was opened from; where it goes on with other buttons, itself, so that it is read anew. */
function findNearest(path: readonly Element[], outside: readonly Element[]): HTMLElement | undefined {
  const dialog = path.find(element => element.matches(dialogs));
  if (dialog && !dialog.isConnected) return findIn(outside);
  const wasButton = path.some(element => element.matches('.ui-dialog-actions'));
  return wasButton && dialog instanceof HTMLElement ? dialog : findIn(path.slice(1));
}

function findIn(path: readonly Element[]): HTMLElement | undefined {
  const within = path.filter(element => element.isConnected && element.closest('main, header, [role="dialog"]'));
  const near = within.map(element =>
    element.matches(focusable) ? (element as HTMLElement) : element.querySelector<HTMLElement>(focusable),
  );
  const last = lastResort.map(selector => document.querySelector<HTMLElement>(selector));
  return [...near, ...last].find(element => element !== null) ?? undefined;
}
