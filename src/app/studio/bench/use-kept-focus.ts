import { useEffect } from 'react';

const focusable = 'button:enabled, input:enabled, a[href], [tabindex="0"]';
const lastResort = ['.bench-settings [role="tab"][aria-selected="true"]', '#stage'];

/** What has the focus may go or be disabled by its own press: then the focus goes to what is nearest, never nowhere. */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element ? listPath(target) : [];
    };
    const keep = () => {
      const [last] = path;
      const { activeElement, body } = document;
      const isNowhere = activeElement === body || activeElement === null || activeElement === last;
      if (isNowhere && last && (!last.isConnected || last.matches(':disabled'))) findNearest(path)?.focus();
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

function findNearest(path: readonly Element[]): HTMLElement | undefined {
  const within = path
    .slice(1)
    .filter(element => element.isConnected && element.closest('main, header, [role="dialog"]'));
  const near = within.map(element => element.querySelector<HTMLElement>(focusable));
  const last = lastResort.map(selector => document.querySelector<HTMLElement>(selector));
  return [...near, ...last].find(element => element !== null) ?? undefined;
}
