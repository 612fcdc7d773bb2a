import { useEffect, useState } from 'react';
import { usePanelRef } from 'react-resizable-panels';
import { useStudioState } from '../state/use-studio';
import { type PaneSizes, readSizes, writeSizes } from './pane-sizes';
import { useMedia } from './use-media';

export type PaneName = keyof PaneSizes;

/** The two panes beside the stage: on a desk they are resized and collapsed, on a tablet one at a time is a drawer. */
export function usePanes() {
  const isWide = useMedia('(min-width: 1024px)');
  const [first] = useState(() => readSizes(localStorage, window.innerWidth));
  const [sizes, setSizes] = useState(first);
  const [drawer, setDrawer] = useState<PaneName>();
  const refs = { settings: usePanelRef(), side: usePanelRef() };

  const isOpen = (name: PaneName) => (isWide ? sizes[name] > 0 : drawer === name);
  const setOpen = (name: PaneName, open: boolean) => {
    if (!isWide) setDrawer(open ? name : undefined);
    else if (open) refs[name].current?.expand();
    else refs[name].current?.collapse();
  };
  const sizeOf = (name: PaneName) => {
    const panel = refs[name].current;
    if (!panel) return sizes[name];
    return panel.isCollapsed() ? 0 : Math.round(panel.getSize().inPixels);
  };
  // In the next frame: a pane that the keys have just opened still says that it is collapsed.
  const measure = () => {
    requestAnimationFrame(() => {
      const measured = { settings: sizeOf('settings'), side: sizeOf('side') };
      setSizes(measured);
      writeSizes(localStorage, measured);
    });
  };

  // What is asked to be shown, or is picked, is not shown behind a closed pane.
  const place = useStudioState(state => state.place);
  const picked = useStudioState(state => state.picked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked for
  useEffect(() => {
    if (place) setOpen('settings', true);
  }, [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is picked
  useEffect(() => {
    if (picked) setOpen('side', true);
  }, [picked]);

  return { isWide, first, refs, drawer, isOpen, setOpen, measure };
}
export type PanesState = ReturnType<typeof usePanes>;
