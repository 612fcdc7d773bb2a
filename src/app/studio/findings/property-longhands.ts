export type ExpandDeclaration = (property: string, value: string) => readonly string[];

/** The properties that a declaration sets in the end (`margin` sets four); none where the browser drops it. */
export function createExpander(document: Document): ExpandDeclaration {
  const known = new Map<string, readonly string[]>();
  const { style } = document.createElement('i');
  return (property, value) => {
    if (property.startsWith('--')) return [property];
    const key = `${property}:${value}`;
    const found = known.get(key);
    if (found) return found;
    style.cssText = '';
    style.setProperty(property, value);
    const longhands = [...style];
    known.set(key, longhands);
    return longhands;
  };
}
