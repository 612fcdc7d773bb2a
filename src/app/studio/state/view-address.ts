import { type Scheme, schemes } from '#contract/theme';
import { previewGroups } from '#stand-in/preview-names';
import { type ForcedState, firstView, forcedStates, type StudioView } from './studio-view';

const modes: readonly StudioView['mode'][] = ['one', 'wall', 'compare', 'widget'];
const comparisons: readonly StudioView['compare'][] = ['slider', 'beside'];

/** Beyond it, lists that multiply with each other make more cells than a browser holds. */
const longestList = 40;

/** What an address says of the view; what it does not say, or says wrongly, is as in `firstView`. */
export function readView(search: URLSearchParams): StudioView {
  const list = (name: string) =>
    [...new Set((search.get(name) ?? '').split(','))].filter(Boolean).slice(0, longestList);
  const one = <T extends string>(name: string, known: readonly T[], usual: T): T =>
    known.find(value => value === search.get(name)) ?? usual;
  const or = <T>(read: readonly T[], usual: readonly T[]) => (read.length > 0 ? read : usual);
  const zoom = Number(search.get('zoom') ?? Number.NaN);
  return {
    mode: one('mode', modes, firstView.mode),
    compare: one('compare', comparisons, firstView.compare),
    screen: search.get('screen') ?? firstView.screen,
    widths: or(
      [...new Set(list('widths').map(Number))].filter(width => width >= 200 && width <= 3000),
      firstView.widths,
    ),
    schemes: or(
      list('schemes').filter((scheme): scheme is Scheme => schemes.some(known => known === scheme)),
      firstView.schemes,
    ),
    languages: or(
      list('languages').filter(code => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(code)),
      firstView.languages,
    ),
    groups: list('groups').filter(group => Object.hasOwn(previewGroups, group)),
    state: one<ForcedState>('state', forcedStates, firstView.state),
    zoom: zoom >= 0.1 && zoom <= 4 ? zoom : firstView.zoom,
  };
}

/** `search` with the view in it: only what differs from `firstView`, and everything else as it was. */
export function writeView(view: StudioView, search: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(search);
  for (const [name, value] of Object.entries(view)) {
    const text = String(value);
    if (text === String(firstView[name as keyof StudioView])) written.delete(name);
    else written.set(name, text);
  }
  return written;
}

/** The address of a view by itself, in the studio's present language. */
export function toViewAddress(view: StudioView, present: { pathname: string; search: string }): string {
  const language = new URLSearchParams(present.search).get('lang');
  const search = writeView(view, new URLSearchParams(language ? { lang: language } : {}));
  return `${present.pathname}${search.size > 0 ? `?${search.toString().replaceAll('%2C', ',')}` : ''}`;
}
