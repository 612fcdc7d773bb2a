import type { Theme } from '#contract/theme';
import { boldPresets } from './presets/bold';
import { calmPresets } from './presets/calm';
import { softPresets } from './presets/soft';
import { typedPresets } from './presets/typed';

/** A theme to start from, light and dark; `id` is what the texts of the studio call it by. */
export interface Preset {
  readonly id: string;
  readonly theme: Theme;
}

/** Every preset, plain ones first; everything that they write can be read on what it stands on, in both schemes. */
export const presets: readonly Preset[] = [...calmPresets, ...softPresets, ...boldPresets, ...typedPresets];
