import type { Scheme, Theme } from '#contract/theme';
import type { FontFace } from '#theming/fonts-of';
import { toDictionary } from '#theming/to-dictionary';
import type { Studio } from '../state/studio';
import type { ForcedState } from '../state/studio-view';
import { themeOf } from '../state/theme-history';
import { forceState } from './force-state';
import { holdScheme } from './hold-scheme';
import type { Cell } from './list-cells';
import { createLoadQueue, type LoadQueue } from './load-queue';
import { writeCss } from './write-css';

/** A preview that is loaded and has the look that it should have. */
export interface LivePreview {
  readonly cell: Cell;
  readonly window: PreviewWindow;
}

/** What is needed of a preview's window. */
export type PreviewWindow = Pick<Window, 'document' | 'postMessage'>;

/**
 * Keeps every preview on the stage at the theme, past React: a change is compiled once and written into all of them in
 * one frame. None is loaded anew for a look.
 */
export interface PreviewDesk {
  readonly queue: LoadQueue;
  /** Takes a preview that has just loaded with the language and scheme of its cell, and gives it its look at once. */
  join(window: PreviewWindow, cell: Cell): { show(cell: Cell): void; leave(): void };
  list(): readonly LivePreview[];
  /** The text that a preview has, as it is exported. */
  readCss(cell: Cell): string;
  /** The text of a theme, with the packaged font where it names it. */
  compile(theme: Theme): string;
  /** Told whenever previews come or go, or have another look. */
  subscribe(listener: () => void): () => void;
  /** The theme that the one at hand is compared with; as it was opened, until told otherwise. */
  compareWith(theme: Theme | undefined): void;
}

interface DeskOptions {
  studio: Studio;
  compile: (theme: Theme, fontFaces: readonly FontFace[]) => string;
  /** Calls before the next frame is drawn. */
  schedule: (call: () => void) => void;
}

interface Member {
  cell: Cell;
  window: PreviewWindow;
  css: string | undefined;
  said: { language: string; scheme: string; texts: Readonly<Record<string, string>> | undefined };
  forced: ForcedState;
}

export function createPreviewDesk({ studio, compile, schedule }: DeskOptions): PreviewDesk {
  const members = new Set<Member>();
  const listeners = new Set<() => void>();
  let compiled = new WeakMap<Theme, Record<Scheme | 'text', string>>();
  let compared: Theme | undefined;
  let isScheduled = false;
  let listed: readonly LivePreview[] = [];

  function toCss(theme: Theme, as: Scheme | 'text'): string {
    const known = compiled.get(theme);
    if (known) return known[as];
    const text = compile(theme, studio.store.getState().fontFaces);
    const held = { text, light: holdScheme(text, 'light'), dark: holdScheme(text, 'dark') };
    compiled.set(theme, held);
    return held[as];
  }

  function themeFor({ side }: Cell): Theme {
    const { history } = studio.store.getState();
    return side === 'now' ? themeOf(history) : (compared ?? history.steps[0]?.theme ?? themeOf(history));
  }

  function write(member: Member) {
    const { cell, window, said } = member;
    const theme = themeFor(cell);
    const css = toCss(theme, cell.scheme);
    const { state } = studio.store.getState().view;
    const hasNewCss = css !== member.css;
    if (hasNewCss) writeCss(window.document, css);
    if (state !== member.forced || (hasNewCss && state !== 'rest')) forceState(window.document, state);
    const texts = theme.texts[cell.language];
    if (said.language !== cell.language || said.scheme !== cell.scheme || said.texts !== texts) {
      const i18n = texts && toDictionary(texts);
      window.postMessage({ method: 'preview.applyLook', lang: cell.language, theme: cell.scheme, i18n });
    }
    member.css = css;
    member.forced = state;
    member.said = { language: cell.language, scheme: cell.scheme, texts };
  }

  function tell() {
    listed = [...members].map(({ cell, window }) => ({ cell, window }));
    for (const listener of listeners) listener();
  }

  function writeAll() {
    isScheduled = false;
    for (const member of members) write(member);
    tell();
  }

  function askToWrite() {
    if (isScheduled || members.size === 0) return;
    isScheduled = true;
    schedule(writeAll);
  }

  studio.store.subscribe((state, before) => {
    if (state.fontFaces !== before.fontFaces) {
      compiled = new WeakMap();
      askToWrite();
    } else if (themeOf(state.history) !== themeOf(before.history) || state.view.state !== before.view.state)
      askToWrite();
    else if (state.history.steps[0] !== before.history.steps[0]) askToWrite();
  });

  return {
    queue: createLoadQueue(3),
    join(window, cell) {
      const { language, scheme } = cell;
      const said = { language, scheme, texts: undefined };
      const member: Member = { cell, window, css: undefined, said, forced: 'rest' };
      members.add(member);
      write(member);
      tell();
      return {
        show(next) {
          member.cell = next;
          askToWrite();
        },
        leave() {
          members.delete(member);
          tell();
        },
      };
    },
    list: () => listed,
    readCss: cell => toCss(themeFor(cell), 'text'),
    compile: theme => toCss(theme, 'text'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    compareWith(theme) {
      compared = theme;
      askToWrite();
    },
  };
}
