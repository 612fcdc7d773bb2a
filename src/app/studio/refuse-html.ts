interface PolicyFactory {
  createPolicy(name: 'default', rules: { createHTML: (text: string) => string }): unknown;
}

/**
 * Lets no text become HTML, here or in a library, where the page's policy asks for Trusted Types. The empty one may: by it
 * react-aria takes back what it announced.
 */
export function refuseHtml(page: object): void {
  const { trustedTypes } = page as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createHTML });
}

function createHTML(text: string): string {
  if (text === '') return text;
  throw new TypeError(`The studio writes no HTML, and was to write: ${text.slice(0, 100)}`);
}
