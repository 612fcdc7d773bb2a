type Page = Pick<Window, 'document'> & Pick<typeof globalThis, 'HTMLElement'>;

/**
 * Lets the elements of an embedded preview take the focus only while it is in the preview already: many stand side by
 * side, and one that opens takes neither the keyboard from whoever types beside it nor the scroll. Returns what ends it.
 */
export function holdFocus({ document, HTMLElement }: Page): () => void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options);
  };
  return () => {
    HTMLElement.prototype.focus = focus;
  };
}
