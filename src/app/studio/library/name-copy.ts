export const longestName = 60;

/** A name for a copy, cut between letters as people see them where it would be too long. */
export function nameCopy(name: string, toCopyName: (name: string) => string): string {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  while (letters.length > 0 && toCopyName(letters.join('')).length > longestName) letters.pop();
  return toCopyName(letters.join('').trim());
}
