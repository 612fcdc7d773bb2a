import type { Plugin } from 'vite';

/** In Vite's own code for parts that come later: what it does when the styles of one could not be fetched. */
const afterFailure: readonly (readonly [RegExp, string])[] = [
  [/seen\[href\] = void 0;(\s*)throw/, 'delete seen[href];$1throw'],
  [/if \(e\.type === "error"\) rej/, 'if (e.type === "error") link.remove(), rej'],
];

/**
 * Vite asks once for the styles of a part that comes later, and never again after a failure, so that a screen whose
 * second try succeeds would stand there without them. This makes it forget what failed.
 */
export function fetchAgain(): Plugin {
  return {
    name: 'portico-fetch-again',
    apply: 'build',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: code =>
        afterFailure.reduce((text, [there, instead]) => {
          if (!there.test(text)) throw new Error(`Vite's preload helper has changed: it has no ${there.source}`);
          return text.replace(there, instead);
        }, code),
    },
  };
}
