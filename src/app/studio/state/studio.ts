import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scheme, Theme } from '#contract/theme';
import type { FontFace } from '#theming/fonts-of';
import { type DialogName, firstView, type SettingsTab, type SideTab, type StudioView } from './studio-view';
import {
  cancelGesture,
  endGesture,
  record,
  type StepLabel,
  startHistory,
  type ThemeHistory,
  themeOf,
  travel,
} from './theme-history';

/**
 * Where a setting is: what a finding, or an element picked on the stage, leads to. A control of the seeds is a field of
 * the theme (`controlRadius`, `logo`), or a colour with or without its scheme (`accentHover`, `dark.accentHover`).
 */
export type Place =
  | { tab: 'seeds'; control: string }
  | { tab: 'elements'; element: string; property?: string }
  | { tab: 'rules'; line: number; column?: number }
  | { tab: 'texts'; language: string; path: string };

/** An element picked on the stage: a selector that finds it on `screen`. */
export interface Picked {
  screen: string;
  selector: string;
}

export interface StudioState {
  history: ThemeHistory;
  view: StudioView;
  settingsTab: SettingsTab;
  sideTab: SideTab;
  /** Asked to be shown; a new object each time it is asked for. */
  place: Place | undefined;
  picked: Picked | undefined;
  /** A selector that is outlined on the stage while its control is hovered or focused. */
  pointedAt: string | undefined;
  /** Of the packaged font, which every text that is compiled here has to bring; none until it is known where they are. */
  fontFaces: readonly FontFace[];
  /** The scheme whose colours the settings change. */
  editedScheme: Scheme;
  dialog: DialogName | undefined;
}

export interface Studio {
  store: StoreApi<StudioState>;
  readTheme(): Theme;
  /** One change of the theme. `gesture` joins the changes of one drag, or of typing in one field, into one step. */
  edit(label: StepLabel, change: (theme: Theme) => Theme, gesture?: string): void;
  endGesture(): void;
  /** Gives up the gesture that lasts, with all that it changed. */
  cancelGesture(): void;
  undo(): void;
  redo(): void;
  travel(index: number): void;
  /** Begins anew with another theme, without the steps of the one before. */
  open(theme: Theme, label: StepLabel): void;
  look(change: Partial<StudioView>): void;
  show(place: Place): void;
  pick(picked: Picked | undefined): void;
  pointAt(selector: string | undefined): void;
  bringFonts(faces: readonly FontFace[]): void;
  editScheme(scheme: Scheme): void;
  /** Opens a dialog in place of the one that is open; undefined closes it. */
  openDialog(dialog: DialogName | undefined): void;
  openTab(tab: { settings: SettingsTab } | { side: SideTab }): void;
}

/** The studio's state: one theme with its history, and what is looked at. */
export function createStudio(theme: Theme, now: () => number, view: StudioView = firstView): Studio {
  const store = createStore<StudioState>()(() => ({
    history: startHistory(theme, { key: 'history.opened' }, now()),
    view,
    settingsTab: 'seeds',
    sideTab: 'findings',
    place: undefined,
    picked: undefined,
    pointedAt: undefined,
    fontFaces: [],
    editedScheme: 'light',
    dialog: undefined,
  }));
  const readTheme = () => themeOf(store.getState().history);
  const travelTo = (index: number) => store.setState(({ history }) => ({ history: travel(history, index) }));

  return {
    store,
    readTheme,
    edit(label, change, gesture) {
      const theme = change(readTheme());
      store.setState(({ history }) => ({ history: record(history, { label, theme, at: now() }, gesture) }));
    },
    endGesture: () => store.setState(({ history }) => ({ history: endGesture(history) })),
    cancelGesture: () => store.setState(({ history }) => ({ history: cancelGesture(history) })),
    undo: () => travelTo(store.getState().history.index - 1),
    redo: () => travelTo(store.getState().history.index + 1),
    travel: travelTo,
    open: (theme, label) => store.setState({ history: startHistory(theme, label, now()), picked: undefined }),
    look: change => store.setState(({ view }) => ({ view: { ...view, ...change } })),
    show: place => store.setState({ place: { ...place }, settingsTab: place.tab, ...schemeOf(place) }),
    pick: picked => store.setState(picked ? { picked, sideTab: 'element' } : { picked }),
    pointAt: pointedAt => store.setState({ pointedAt }),
    bringFonts: fontFaces => store.setState({ fontFaces }),
    editScheme: editedScheme => store.setState({ editedScheme }),
    openDialog: dialog => store.setState({ dialog }),
    openTab: tab => store.setState('settings' in tab ? { settingsTab: tab.settings } : { sideTab: tab.side }),
  };
}

function schemeOf(place: Place): Partial<StudioState> {
  const scheme = place.tab === 'seeds' ? place.control.split('.')[0] : undefined;
  return scheme === 'light' || scheme === 'dark' ? { editedScheme: scheme } : {};
}
