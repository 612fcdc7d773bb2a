import { tokenize, tokenTypes } from 'css-tree';

export interface Token {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

export const tokens = tokenTypes;

export function readTokens(text: string): Token[] {
  const found: Token[] = [];
  tokenize(text, (type, start, end) => found.push({ type, start, end }));
  return found;
}
