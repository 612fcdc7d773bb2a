import { createTheme, type Theme } from '#contract/theme';
import type { Preset } from '../presets';

/** What people’s systems write with themselves. */
export const systemFont = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

type Elements = Theme['elements'];

/** The stock writes in spaced capitals, with arrows in its buttons; hardly any theme of today does. */
const plain: Elements = {
  title: { 'letter-spacing': 'normal', 'text-transform': 'none' },
  label: { 'font-size': '14px', 'letter-spacing': 'normal', 'text-transform': 'none' },
  button: { 'font-size': '16px', 'letter-spacing': 'normal', 'text-transform': 'none' },
  'document-label': { 'letter-spacing': 'normal', 'text-transform': 'none' },
  'inline-action': { 'text-transform': 'none' },
  'submit-arrow': { display: 'none' },
  'back-arrow': { display: 'none' },
};

export const textButton: Elements[string] = {
  border: '1px solid transparent',
  'background-color': 'transparent',
  color: 'var(--portico-accent-text)',
};
export const outlinedButton: Elements[string] = {
  border: '1px solid var(--portico-control-line)',
  'background-color': 'transparent',
};

export function createPreset(
  id: string,
  name: string,
  { elements = {}, ...look }: Partial<Omit<Theme, 'version' | 'name'>>,
): Preset {
  const merged = { ...plain };
  for (const [element, declarations] of Object.entries(elements)) {
    merged[element] = { ...merged[element], ...declarations };
  }
  return { id, theme: { ...createTheme(name), ...look, elements: merged } };
}
