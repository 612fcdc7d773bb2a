import { readSheet, type SheetPart } from '../read-sheet';
import type { Finding, FindingPlace } from './finding';
import type { ListedRule } from './list-rules';
import { splitAtCommas } from './split-at-commas';

/** Come with the systems that people have, or are a choice of the system. */
const everywhere = new Set(
  `serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji inherit initial unset revert revert-layer
  -apple-system blinkmacsystemfont`.split(/\s+/),
);
const onMost = new Set(
  [
    'segoe ui',
    'roboto',
    'helvetica',
    'helvetica neue',
    'arial',
    'noto sans',
    'georgia',
    'times',
    'times new roman',
    'courier',
  ].concat(['courier new', 'verdana', 'tahoma', 'trebuchet ms', 'sf pro text', 'menlo', 'consolas', 'ubuntu']),
);

/** A list of fonts, and where it is said. */
export interface FontList {
  readonly list: string;
  readonly place: FindingPlace;
}

/** The lists of fonts in rules of a text. */
export function listFonts(rules: readonly ListedRule[], toPlace: (start: number) => FindingPlace): FontList[] {
  return rules
    .flatMap(({ declarations }) => declarations)
    .filter(({ property }) => property.toLowerCase() === 'font-family')
    .map(({ value, start }) => ({ list: value, place: toPlace(start) }));
}

/** Fonts that are named first and that nothing in `text` loads: people see the next one in the list, or the browser's own. */
export function checkFonts(lists: readonly FontList[], text: string, packaged: readonly string[]): Finding[] {
  const parts = readSheet(text);
  const loaded = new Set([...declaredFamilies(parts), ...importedFamilies(parts), ...packaged].map(normalise));
  const hasForeignImport = parts.some(part => isImport(part) && importedFamilies([part]).length === 0);
  if (hasForeignImport) return [];
  const findings = new Map<string, Finding>();
  const check = (list: string, place: FindingPlace) => {
    const [first, next] = splitAtCommas(list).map(piece => piece.text.replace(/^["']|["']$/g, ''));
    if (first === undefined || first === '' || first.includes('(')) return;
    const name = normalise(first);
    if (everywhere.has(name) || onMost.has(name) || loaded.has(name) || findings.has(name)) return;
    const values = next === undefined ? { family: first } : { family: first, next };
    findings.set(name, {
      key: `fontNotLoaded ${name}`,
      kind: 'fontNotLoaded',
      severity: 'fails',
      code: first,
      values,
      sights: [],
      place,
    });
  };
  for (const { list, place } of lists) check(list, place);
  return [...findings.values()];
}

function isImport(part: SheetPart): part is Extract<SheetPart, { kind: 'at-rule' }> {
  return part.kind === 'at-rule' && part.name === 'import';
}

function declaredFamilies(parts: readonly SheetPart[]): string[] {
  return parts.flatMap(part => {
    if (part.kind !== 'at-rule') return [];
    if (part.name !== 'font-face') return declaredFamilies(part.contents);
    return part.contents.flatMap(inner => {
      return inner.kind === 'declaration' && inner.property.toLowerCase() === 'font-family' ? [inner.value] : [];
    });
  });
}

/** `family=Inter:wght@400&family=Open+Sans` of the addresses that font services take. */
function importedFamilies(parts: readonly SheetPart[]): string[] {
  return parts.filter(isImport).flatMap(({ prelude }) => {
    const families = [...prelude.matchAll(/[?&]family=([^&"')\s]+)/g)].flatMap(([, names = '']) => names.split('|'));
    return families.map(name => decodeURIComponent(name.split(':')[0] ?? '').replaceAll('+', ' '));
  });
}

function normalise(family: string): string {
  return family
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
}
