import type { Theme } from '#contract/theme';
import { themeOf } from '../state/theme-history';
import { useStudio, useStudioState } from '../state/use-studio';
import { type SettingName, setSetting } from './change-theme';

/** One setting of the whole widget: its value, and how it changes. */
export function useSetting<Name extends SettingName>(name: Name) {
  const studio = useStudio();
  const value = useStudioState(state => themeOf(state.history)[name]);
  return {
    value,
    change(next: Theme[Name], gesture?: string) {
      const label = { key: 'history.set', what: `settings.${name}` };
      studio.edit(label, theme => setSetting(theme, name, next), gesture);
    },
    reset() {
      studio.edit({ key: 'history.reset', what: `settings.${name}` }, theme => setSetting(theme, name, undefined));
    },
    end: studio.endGesture,
    cancel: studio.cancelGesture,
  };
}
