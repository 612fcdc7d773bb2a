/**
 * When what has the focus goes away, as a button does with the thing it removed, the focus goes to the nearest heading
 * that stays, and not to the beginning of the page. Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let focused: Element | null = null;
  /** From the focused element up to the root: afterwards it can no longer be asked where it was. */
  let ancestors: HTMLElement[] = [];

  function remember({ target }: FocusEvent): void {
    focused = target instanceof Element ? target : null;
    ancestors = [];
    for (let each = focused?.parentElement; each && root.contains(each); each = each.parentElement)
      ancestors.push(each);
  }

  const observer = new MutationObserver(() => {
    if (!focused || focused.isConnected) return;
    focused = null;
    const { activeElement } = root.ownerDocument;
    if (activeElement !== null && activeElement !== root.ownerDocument.body) return;
    const headings = ancestors
      .filter(ancestor => ancestor.isConnected)
      .map(ancestor => ancestor.querySelector<HTMLElement>('h1, h2, h3'));
    const heading = headings.find(found => found !== null);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });

  root.addEventListener('focusin', remember);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
