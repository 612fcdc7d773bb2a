import type { ColourName } from '#contract/theme';
import { useStudio, useStudioState } from '../state/use-studio';
import { setColour } from './change-theme';

/** Changes one colour of the scheme that is edited. */
export function useColourChange(name: ColourName) {
  const studio = useStudio();
  const scheme = useStudioState(state => state.editedScheme);
  const change = (colour: string | undefined, gesture?: string) => {
    const key = colour === undefined ? 'history.reset' : `history.colour.${scheme}`;
    studio.edit({ key, what: `settings.colour.${name}` }, theme => setColour(theme, scheme, name, colour), gesture);
  };
  return { change, end: studio.endGesture, cancel: studio.cancelGesture };
}
