import { readSheet, type SheetPart } from '../read-sheet';
import type { Finding, FindingKind } from './finding';
import { toLine } from './list-rules';

const address = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi;

/** Whom the frame asks for what the rules name, and addresses that would lead to the provider's own server. */
export function checkOutside(text: string): Finding[] {
  const findings = new Map<string, Finding>();
  const add = (kind: FindingKind, named: string, start: number, values: Finding['values']) => {
    const key = `${kind} ${named}`;
    if (findings.has(key)) return;
    const severity = kind === 'urlRelative' ? 'fails' : 'outside';
    const place = { tab: 'rules', ...toLine(text, start) } as const;
    findings.set(key, { key, kind, severity, code: named, values, sights: [], place });
  };
  const look = (part: SheetPart) => {
    if (part.kind === 'at-rule' && part.name === 'import') {
      const target = readAddress(part.prelude) ?? /^["']([^"']*)["']/.exec(part.prelude)?.[1] ?? '';
      const host = readHost(target);
      if (host) add('importRemote', host, part.start, { host });
      else if (isRelative(target)) add('urlRelative', target, part.start, {});
    }
    if (part.kind === 'declaration') {
      for (const [whole, ...quoted] of part.value.matchAll(address)) {
        const target = (quoted.find(one => one !== undefined) ?? '').trim();
        const start = text.indexOf(whole, part.start);
        const host = readHost(target);
        if (host) add('urlRemote', host, start, { host });
        else if (isRelative(target)) add('urlRelative', target, start, {});
      }
    }
    if ('contents' in part) for (const inner of part.contents) look(inner);
  };
  for (const part of readSheet(text)) look(part);
  return [...findings.values()];
}

function readAddress(value: string): string | undefined {
  const [, ...quoted] = new RegExp(address.source, 'i').exec(value) ?? [];
  return quoted.find(one => one !== undefined)?.trim();
}

function readHost(target: string): string | undefined {
  const full = target.startsWith('//') ? `https:${target}` : target;
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(full)?.[1];
}

/** Not whole, not in itself, and not a mark inside of the document. */
function isRelative(target: string): boolean {
  return target !== '' && !/^([a-z][a-z\d+.-]*:|#|\/\/)/i.test(target);
}
