export interface Piece {
  readonly text: string;
  /** Where it begins in the whole. */
  readonly start: number;
}

/** The pieces between the commas that stand in no brackets and no quotes. */
export function splitAtCommas(whole: string): Piece[] {
  const pieces: { text: string; start: number }[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  const take = (to: number) => {
    const text = whole.slice(from, to);
    pieces.push({ text: text.trim(), start: from + (text.length - text.trimStart().length) });
    from = to + 1;
  };
  for (let at = 0; at < whole.length; at++) {
    const character = whole.charAt(at);
    if (character === '\\') at++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === ',' && depth === 0) take(at);
  }
  take(whole.length);
  return pieces;
}
