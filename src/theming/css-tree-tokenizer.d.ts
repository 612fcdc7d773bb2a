/** The published types of css-tree leave its parts out. */
declare module 'css-tree/tokenizer' {
  export const tokenTypes: {
    readonly EOF: number;
    readonly Ident: number;
    readonly Function: number;
    readonly AtKeyword: number;
    readonly BadString: number;
    readonly Url: number;
    readonly BadUrl: number;
    readonly Semicolon: number;
    readonly WhiteSpace: number;
    readonly CDO: number;
    readonly CDC: number;
    readonly LeftSquareBracket: number;
    readonly RightSquareBracket: number;
    readonly LeftParenthesis: number;
    readonly RightParenthesis: number;
    readonly LeftCurlyBracket: number;
    readonly RightCurlyBracket: number;
    readonly Comment: number;
    readonly String: number;
  };
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
}
