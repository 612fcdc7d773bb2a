import { tokenize, tokenTypes } from './css-tokenizer';

export interface SplitRules {
  /** Ends with the semicolon of its last statement, or is empty. */
  prelude: string;
  rest: string;
}

const leading = /^(?:@(?:charset|import|layer|namespace))$/i;
const skipped: readonly number[] = [tokenTypes.WhiteSpace, tokenTypes.Comment, tokenTypes.CDO, tokenTypes.CDC];
const opening: readonly number[] = [tokenTypes.Function, tokenTypes.LeftParenthesis, tokenTypes.LeftSquareBracket];
const closing: readonly number[] = [tokenTypes.RightParenthesis, tokenTypes.RightSquareBracket];

/**
 * What works only at the head of a stylesheet (`@charset`, `@import`, `@layer`, `@namespace` statements, with the comments
 * between them), and the rest; joined they are the text again. A statement that is not closed would swallow what follows
 * it, so it is left to the rest.
 */
export function splitPrelude(rules: string): SplitRules {
  // Most sheets have none, and cutting up a long one takes longer than a frame may.
  if (!/^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|<!--|-->)*[@\\]/.test(rules)) return { prelude: '', rest: rules };
  let end = 0;
  let depth = 0;
  let state: 'between' | 'statement' | 'over' = 'between';
  tokenize(rules, (type, from, to) => {
    if (state === 'over' || skipped.includes(type)) return;
    if (state === 'between') {
      const begins = type === tokenTypes.AtKeyword && leading.test(rules.slice(from, to));
      state = begins ? 'statement' : 'over';
    } else if (type === tokenTypes.LeftCurlyBracket) {
      state = 'over';
    } else if (opening.includes(type)) {
      depth += 1;
    } else if (closing.includes(type)) {
      depth = Math.max(0, depth - 1);
    } else if (type === tokenTypes.Semicolon && depth === 0) {
      end = to;
      state = 'between';
    }
  });
  return { prelude: rules.slice(0, end), rest: rules.slice(end) };
}
