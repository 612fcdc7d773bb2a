import type { BrowserSupport } from '#theming/checks/check-support';

/** What this browser takes of CSS. */
export function readBrowserSupport(document: Document): BrowserSupport {
  return {
    supports: (property, value) => CSS.supports(property, value),
    properties: listProperties(document),
  };
}

function listProperties(document: Document): string[] {
  const { style } = document.createElement('i');
  const names = Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(style))).concat(Object.keys(style));
  return [...new Set(names)].map(name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));
}
