import { readSheet, type SheetPart } from '../read-sheet';
import type { Finding, FindingPlace } from './finding';
import { toLine } from './list-rules';

/** Fonts whose file the frame asked for in vain, each at what asks for it: its `@font-face`, an `@import`, or the setting. */
export function checkFailedFonts(families: readonly string[], text: string): Finding[] {
  const parts = readSheet(text);
  const toPlace = (at: number): FindingPlace => ({ tab: 'rules', ...toLine(text, at) });
  const start = (part: SheetPart | undefined) => part && toPlace(part.start);
  const fallback = start(parts.find(part => part.kind === 'at-rule' && part.name === 'import'));
  return [...new Set(families.map(unquote))].map((family): Finding => {
    const face = start(listFaces(parts).find(part => isOf(part, family)));
    return {
      key: `fontFailed ${family}`,
      kind: 'fontFailed',
      severity: 'fails',
      code: family,
      values: { family },
      sights: [],
      place: face ?? fallback ?? { tab: 'seeds', control: 'fontFamily' },
    };
  });
}

function listFaces(parts: readonly SheetPart[]): SheetPart[] {
  return parts.flatMap(part => {
    if (part.kind !== 'at-rule') return [];
    return part.name === 'font-face' ? [part] : listFaces(part.contents);
  });
}

function isOf(face: SheetPart, family: string): boolean {
  const contents = 'contents' in face ? face.contents : [];
  return contents.some(
    part =>
      part.kind === 'declaration' && part.property.toLowerCase() === 'font-family' && unquote(part.value) === family,
  );
}

function unquote(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '');
}
