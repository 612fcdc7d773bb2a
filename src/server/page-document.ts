import type { Configuration } from '#contract/configuration';
import { negotiateLanguage, toDirection } from '#contract/language';
import { pageLanguages } from '#contract/page-languages';
import type { SessionAnswer } from '#contract/session';
import type { ReadPreloads } from './page-preloads';
import type { OwnTexts } from './texts/own-texts';
import type { ReadScreenTexts } from './texts/screen-texts';
import type { Look } from './themes/assigned-looks';

export interface PageDocumentOptions {
  brand: Configuration['brand'];
  ownTexts?: Pick<OwnTexts, 'languages' | 'address'> | undefined;
  readPreloads: ReadPreloads;
  readTexts: ReadScreenTexts;
}

export interface PageRequest {
  /** `?lang=` of the address. */
  lang: string | undefined;
  acceptLanguage: string | undefined;
  path: string;
  look: Pick<Look, 'pagePath' | 'paper'>;
  /** Undefined where it could not be read: then the page asks for it. */
  configuration: Configuration | undefined;
  /** The same of the person's session. */
  session: SessionAnswer | undefined;
}

/** The document of the built app as this request gets it. */
export type RenderPage = (template: string, request: PageRequest) => string;

/** Wider ones say the name themselves, and are no icons. */
const widestIcon = 1.25;

/**
 * What the page needs before it can draw, so that it neither waits for an answer nor changes its look afterwards: the
 * language, its direction and its texts, the brand, the theme, the public configuration, and where the person stands.
 *
 * Texts and answers stand in blocks of data, which no browser runs and the content security policy does not
 * concern; `<` is escaped in them, so that nothing inside can end the block.
 */
export function createPageDocument({ brand, ownTexts, readPreloads, readTexts }: PageDocumentOptions): RenderPage {
  const title = brand.name === null ? undefined : `<title>${escapeHtml(brand.name)}</title>`;
  const shell = drawShell(brand);
  const isIcon = brand.logo && brand.logo.width / brand.logo.height <= widestIcon;
  const icon = isIcon ? [`<link rel="icon" href="${brand.logo?.url}" />`] : [];
  const pages = [...pageLanguages, ...(ownTexts?.languages ?? [])];
  const own = ownTexts && ` data-own="${ownTexts.languages.join(' ')}" data-own-address="${ownTexts.address}"`;

  return (template, { path, look, lang, acceptLanguage, configuration, session }) => {
    const { page: language } = negotiateLanguage({ chosen: [lang], browser: listLanguages(acceptLanguage), pages });
    const texts = readTexts(path, language);
    const data = [
      ...(texts ? [toDataBlock(`id="texts" data-language="${language}"`, texts)] : []),
      ...(configuration ? [toDataBlock('id="configuration"', JSON.stringify(configuration))] : []),
      ...(session ? [toDataBlock('id="session"', JSON.stringify(session))] : []),
    ];
    const sheet = look.pagePath === undefined ? [] : [`<link rel="stylesheet" href="${look.pagePath}" />`];
    const added = [...readPreloads(path), ...sheet, ...icon, ...data].map(line => `    ${line}\n`).join('');
    // By functions: in a text to put there `$` would mean something.
    return template
      .replace('<div id="root"></div>', () => `<div id="root">${shell}</div>`)
      .replace('<html lang="en">', `<html lang="${language}" dir="${toDirection(language)}">`)
      .replace(/<title>[^<]*<\/title>/, found => title ?? found)
      .replace('content="#f7f7f4"', `content="${look.paper.light}"`)
      .replace('content="#0f1216"', `content="${look.paper.dark}"`)
      .replace('<meta name="texts"', found => found + (own ?? ''))
      .replace(/ *<\/head>/, found => added + found);
  };
}

/**
 * The header as the app draws it in the same place (src/app/ui/page-shell.tsx), for the moment before its script has come. No
 * words of our own, which would be in no language yet.
 */
function drawShell({ name, logo }: Configuration['brand']): string {
  const mark = logo
    ? `<img src="${logo.url}" width="${logo.width}" height="${logo.height}" alt="" />`
    : '<svg viewBox="0 0 20 22" fill="none" stroke="currentColor" stroke-linecap="round" aria-hidden="true"><path stroke-width="1.8" d="M1.5 20.5V9.8a8.5 8.5 0 0 1 17 0v10.7" /><path stroke-width="1.5" opacity=".55" d="M6.2 20.5V11a3.8 3.8 0 0 1 7.6 0v9.5" /></svg>';
  const isWordmark = logo !== null && logo.width / logo.height > 2;
  const words = name === null || isWordmark ? '' : `<span dir="auto">${escapeHtml(name)}</span>`;
  return `<div class="page page-early"><header><div class="page-header"><span class="product">${mark}${words}</span></div></header></div>`;
}

function toDataBlock(attributes: string, json: string): string {
  return `<script type="application/json" ${attributes}>${json.replaceAll('<', '\\u003c')}</script>`;
}

/** Languages of `Accept-Language`, most wanted first. */
function listLanguages(header = ''): string[] {
  return header
    .split(',')
    .map(part => {
      const [tag = '', weight] = part.split(';').map(text => text.trim());
      return { tag, weight: weight === undefined ? 1 : Number(weight.replace(/^q=/, '')) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? character);
}
