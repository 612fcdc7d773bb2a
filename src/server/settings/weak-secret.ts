/** Words that stand in for a secret in examples, manuals and hurried deployments. Chance puts the long ones into no real one, and the short ones not alone. */
const placeholders =
  /secret|password|passwort|change[-_ ]?me|replace[-_ ]?me|placeholder|example|sandbox|letmein|<.*>|(^|[-_ ])(your|test|dummy|default|qwerty)([-_ ]|$)/i;

/** Enough for what was made by chance: 16 hexadecimal digits at random have 10 different ones. */
const leastDifferent = 8;

/** Why a secret would be guessed, as words that follow its name; undefined for one that looks made by chance. Repeats nothing of it. */
export function findWeakness(secret: string, leastLength: number): string | undefined {
  if (placeholders.test(secret)) return 'is a placeholder, not a secret';
  if (secret.length < leastLength) return `must have at least ${leastLength} characters`;
  if (new Set(secret).size < leastDifferent || isPeriodic(secret) || isSequence(secret)) return 'is easily guessed';
  return undefined;
}

function isPeriodic(text: string): boolean {
  return /^(.{1,12}?)\1{2,}.{0,12}$/s.test(text);
}

/** As in `abcdefgh…` and `0123456789…`. */
function isSequence(text: string): boolean {
  let steps = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) === 1) steps += 1;
  }
  return steps > text.length / 2;
}
