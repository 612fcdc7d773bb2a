import type { Plugin } from 'vite';

/** Languages of the studio that the library of its controls speaks; it falls back to English for all others. */
const spoken = 'en-US|ru-RU';

/** Leaves out what the library of controls says in some thirty languages that the studio does not speak. */
export function spokenLocales(): Plugin {
  return {
    name: 'portico-spoken-locales',
    apply: 'build',
    load: {
      filter: { id: new RegExp(`/react-(?:aria|stately)/.*/intl/[\\w-]+/(?!${spoken})[a-z]{2}-[A-Z]{2}\\.mjs$`) },
      handler: id => `export { default } from ${JSON.stringify(id.replace(/[\w-]+\.mjs$/, 'en-US.mjs'))};`,
    },
  };
}
