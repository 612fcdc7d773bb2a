import type { PreviewMessage } from '#stand-in/preview-message';
import type { PreviewName } from '#stand-in/preview-names';
import { type PreviewFrame, waitUntil } from './preview-frame';

/** What a screen is made of in one language. A theme's CSS does not change it, its texts do. */
export interface ScreenCopy {
  readonly screen: PreviewName;
  readonly language: string;
  /** Not rendered, and nothing in it runs or is fetched. */
  readonly document: Document;
}

/** Draws a screen in each language and copies what it is made of. */
export async function copyScreen(
  frame: PreviewFrame,
  screen: PreviewName,
  languages: readonly string[],
  toTexts: (language: string) => PreviewMessage['i18n'],
): Promise<ScreenCopy[]> {
  const copies: ScreenCopy[] = [];
  const [first = 'en'] = languages;
  await frame.open(screen, first);
  for (const language of languages) {
    const message: PreviewMessage = { method: 'preview.applyLook', lang: language, i18n: toTexts(language) };
    frame.window.postMessage(message, window.location.origin);
    await waitUntil(() => frame.document.documentElement.lang === language);
    copies.push({ screen, language, document: copyDocument(frame.document) });
  }
  return copies;
}

function copyDocument(document: Document): Document {
  // What is chosen in a list is a property, which a copy would not have.
  for (const option of document.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
  const copy = document.implementation.createHTMLDocument();
  const root = copy.importNode(document.documentElement, true);
  for (const part of root.querySelectorAll('head > *, script')) part.remove();
  // An address of the frame's own memory is dead once the frame shows another screen.
  for (const media of root.querySelectorAll('[src^="blob:"]')) media.removeAttribute('src');
  copy.replaceChild(root, copy.documentElement);
  return copy;
}
