/** Each `[property, value]`, or with a third item a comment that stands behind it. */
export type Declaration = readonly [property: string, value: string, comment?: string];

export function rule(selector: string, declarations: readonly Declaration[]): string {
  const lines = declarations.map(
    ([property, value, comment]) => `  ${property}: ${value};${comment === undefined ? '' : ` /* ${comment} */`}`,
  );
  return `${selector} {\n${lines.join('\n')}\n}`;
}

export function media(query: string, rules: readonly string[]): string {
  return `@media ${query} {\n${rules.join('\n\n').replace(/^(?=.)/gm, '  ')}\n}`;
}
