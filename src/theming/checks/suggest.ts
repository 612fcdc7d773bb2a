import { sdkSelectors } from '#idngo/sdk-selectors';

/** Letters to add, take away or change. */
export function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The nearest of some words, if any is near: a third of its letters at most are others. */
export function suggestWord(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = known.map(one => ({ one, edits: countEdits(word, one) })).filter(({ edits }) => edits <= most);
  return near.sort((a, b) => a.edits - b.edits)[0]?.one;
}

const proved = sdkSelectors
  .filter(({ evidence, selector }) => evidence === 'proved' && /[.#\w]/.test(selector) && !selector.includes('data-v-'))
  .map(({ selector, projects }) => ({ selector, uses: projects.own + projects.sample, words: wordsOf(selector) }));

/**
 * The proved selector that somebody may have meant: the one that says nearly the same words (`.submit-button` and
 * `button.submit`), of those the one written most alike, and then the one used most.
 */
export function suggestSelector(selector: string): string | undefined {
  const words = wordsOf(selector);
  const judged = proved.map(one => ({
    ...one,
    likeness: likenessOf(words, one.words),
    edits: countEdits(selector, one.selector),
  }));
  const best = judged.sort((a, b) => b.likeness - a.likeness || a.edits - b.edits || b.uses - a.uses)[0];
  return best && best.likeness >= 0.5 ? best.selector : undefined;
}

function wordsOf(selector: string): string[] {
  const bare = selector.replace(/:{1,2}[\w-]+(\([^)]*\))?/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return bare.toLowerCase().match(/[a-z\d]{2,}/g) ?? [];
}

/** Share of the words of both that the other has too, misspelt by a letter in five or not at all. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  const isNear = (a: string, b: string) => a === b || countEdits(a, b) <= Math.floor(Math.min(a.length, b.length) / 4);
  const left = [...other];
  let shared = 0;
  for (const word of one) {
    const at = left.findIndex(candidate => isNear(word, candidate));
    if (at === -1) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return shared === 0 ? 0 : (2 * shared) / (one.length + other.length);
}
