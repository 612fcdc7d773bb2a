import type { InitMessage } from '#idngo/web-sdk';

type UiConf = InitMessage['uiConf'];

/**
 * Puts the host's look over the stock one: first the stylesheet of `customCss`, then the text of `customCssStr` in a
 * style element of its own, exactly as it came. Rubbish in it is the browser's to skip, as in the provider's frame.
 */
export function applyCustomCss(document: Document, uiConf: UiConf): void {
  const { customCss, customCssStr, customBodyClass } = uiConf ?? {};
  if (customCss) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = customCss;
    document.head.append(link);
  }
  if (customCssStr) {
    const style = document.createElement('style');
    style.textContent = customCssStr;
    document.head.append(style);
  }
  document.body.classList.add(...readBodyClasses(customBodyClass));
}

function readBodyClasses(given: string | string[] | null | undefined): string[] {
  return [given ?? []]
    .flat()
    .flatMap(classes => classes.split(/\s+/))
    .filter(name => name !== '');
}
