import { useEffect, useState } from 'react';
import { usePreviewDesk } from '../stage/use-preview-desk';
import { useStudioState } from '../state/use-studio';
import { readOklch } from './read-colour';

/** What a colour comes to in the previews, where it depends on others as `var(--x)` does; undefined until one can tell. */
export function useComputedColour(value: string): string | undefined {
  const desk = usePreviewDesk();
  const scheme = useStudioState(state => state.editedScheme);
  const isPlain = readOklch(value) !== undefined;
  const [computed, setComputed] = useState<string>();
  useEffect(() => {
    if (isPlain) return;
    const read = () => {
      const preview = desk.list().find(({ cell }) => cell.side === 'now' && cell.scheme === scheme);
      setComputed(preview && computeColour(preview.window.document, value));
    };
    read();
    return desk.subscribe(read);
  }, [desk, scheme, value, isPlain]);
  return isPlain ? value : computed;
}

function computeColour(page: Document, value: string): string | undefined {
  const probe = page.createElement('span');
  // What cannot be computed is inherited, and is told by that from what can.
  const read = (around: string) => {
    page.documentElement.append(probe);
    probe.style.cssText = `display: none; color: ${around}`;
    const own = page.createElement('span');
    own.style.color = value;
    probe.replaceChildren(own);
    const colour = page.defaultView?.getComputedStyle(own).color;
    probe.remove();
    return colour;
  };
  const colour = read('rgb(1, 2, 3)');
  return colour === read('rgb(3, 2, 1)') ? colour : undefined;
}
