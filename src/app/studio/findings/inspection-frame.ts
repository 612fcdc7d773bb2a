import { type ListedRule, listRules } from '#theming/checks/list-rules';
import type { Look } from '#theming/checks/seen';
import { makeForcible } from './forced-states';
import { type PreviewFrame, pause } from './preview-frame';
import type { ScreenCopy } from './screen-copies';

/**
 * Nothing moves while it is looked at, and all can be hit at a point; a ring where the browser would draw one, in a layer
 * and without weight so that every rule of stock or theme wins over it, as over the browser's own.
 */
const inspectionCss = `
@layer findings {
  *, *::before, *::after { transition: none !important; animation: none !important; pointer-events: auto !important }
  :where([data-findings-forced~="focus-visible"]) { outline: auto 3px rgb(16, 16, 16) }
}`;

/** A server that is silent for longer would hold up all other findings. */
const fontsAfterMs = 5_000;

/** A place where copies of screens are laid out under a theme's CSS. */
export interface InspectionFrame {
  readonly document: Document;
  /** The provider's own rules, as the browser has read them. */
  readonly stock: readonly ListedRule[];
  applyCss(css: string): void;
  show(copy: ScreenCopy, look: Look): void;
  /** Families of fonts that what was shown asked for, and whose file did not come. */
  readFailedFonts(): Promise<string[]>;
  close(): void;
}

export async function openInspectionFrame(frame: PreviewFrame): Promise<InspectionFrame> {
  await frame.open('loading', 'en');
  const { document } = frame;
  const stock = listRules(readCss(document), 'stock');
  const still = document.createElement('style');
  still.textContent = inspectionCss;
  document.head.prepend(still);
  for (const sheet of document.styleSheets) makeForcible(sheet);
  const own = document.createElement('style');
  own.dataset.customCss = '';
  document.head.append(own);

  let shown: ScreenCopy | undefined;

  return {
    document,
    stock,
    applyCss(css) {
      own.textContent = css;
      if (own.sheet) makeForcible(own.sheet);
    },
    show(copy, { scheme, width }) {
      const { documentElement } = document;
      frame.element.style.inlineSize = `${width}px`;
      const { lang, dir } = copy.document.documentElement;
      Object.assign(documentElement, { lang, dir });
      documentElement.dataset.theme = scheme;
      if (copy === shown) return;
      shown = copy;
      document.body.replaceChildren(...document.importNode(copy.document.body, true).childNodes);
      document.body.className = copy.document.body.className;
    },
    async readFailedFonts() {
      const { fonts } = document;
      await Promise.race([fonts.ready, pause(fontsAfterMs)]);
      return [...fonts].filter(({ status }) => status === 'error').map(({ family }) => family);
    },
    close: () => frame.close(),
  };
}

function readCss(document: Document): string {
  return [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\n');
}
