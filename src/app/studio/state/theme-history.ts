import type { Theme } from '#contract/theme';

/** One step that can be undone. `label` is a key of the studio's texts. */
export interface Step {
  readonly label: StepLabel;
  readonly theme: Theme;
  readonly at: number;
}

/** What was done, with what it was done to: `{ key: 'history.colour.dark', what: 'settings.colour.accent' }`. */
export interface StepLabel {
  readonly key: string;
  readonly what?: string;
}

/** `steps[index]` is what is shown; those after it were undone. The first one is where it began. */
export interface ThemeHistory {
  readonly steps: readonly Step[];
  readonly index: number;
  /** The gesture that the newest step belongs to, while it lasts: further changes of the same go into that step. */
  readonly gesture: string | undefined;
}

const longest = 500;

export function startHistory(theme: Theme, label: StepLabel, at: number): ThemeHistory {
  return { steps: [{ label, theme, at }], index: 0, gesture: undefined };
}

/** `gesture`: one drag, or typing in one field; two changes of the same gesture are one step. */
export function record(history: ThemeHistory, step: Step, gesture?: string): ThemeHistory {
  if (step.theme === themeOf(history)) return history;
  const merges = gesture !== undefined && gesture === history.gesture && history.index > 0;
  const kept = history.steps.slice(0, history.index + (merges ? 0 : 1));
  const steps = [...kept, step].slice(-longest);
  return { steps, index: steps.length - 1, gesture };
}

/** The next change is a step of its own. */
export function endGesture(history: ThemeHistory): ThemeHistory {
  return history.gesture === undefined ? history : { ...history, gesture: undefined };
}

/** What the gesture has changed so far is gone, and so is its step. */
export function cancelGesture({ steps, index, gesture }: ThemeHistory): ThemeHistory {
  if (gesture === undefined || index === 0) return { steps, index, gesture: undefined };
  return { steps: steps.slice(0, index), index: index - 1, gesture: undefined };
}

export function travel(history: ThemeHistory, index: number): ThemeHistory {
  const reached = Math.min(history.steps.length - 1, Math.max(0, index));
  return { ...history, index: reached, gesture: undefined };
}

export function themeOf({ steps, index }: ThemeHistory): Theme {
  const step = steps[index];
  if (!step) throw new Error('A history always has the step that is shown');
  return step.theme;
}
