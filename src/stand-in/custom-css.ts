import type { InitMessage } from '#idngo/web-sdk';

type UiConf = InitMessage['uiConf'];

/**
 * Puts the host's look over the stock one: first the stylesheet of `customCss`, then the text of `customCssStr` in a
 * style element of its own, exactly as it came. What was put there before goes. Rubbish in it is the browser's to skip, as in the provider's frame.
 */
export function applyCustomCss(document: Document, uiConf: UiConf): void {
  const { customCss, customCssStr, customBodyClass } = uiConf ?? {};
  for (const earlier of document.head.querySelectorAll('[data-custom-css]')) earlier.remove();
  if (customCss) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = customCss;
    link.dataset.customCss = '';
    document.head.append(link);
  }
  if (customCssStr) {
    const style = document.createElement('style');
    style.textContent = customCssStr;
    style.dataset.customCss = '';
    document.head.append(style);
  }
  document.body.className = readBodyClasses(customBodyClass).join(' ');
}

function readBodyClasses(given: string | string[] | null | undefined): string[] {
  return [given ?? []]
    .flat()
    .flatMap(classes => classes.split(/\s+/))
    .filter(name => name !== '');
}
