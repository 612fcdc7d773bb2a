import { useSyncExternalStore } from 'react';
import { compileTheme } from '#theming/compile-theme';
import type { Studio } from '../state/studio';
import { useStudio } from '../state/use-studio';
import { createPreviewDesk, type LivePreview, type PreviewDesk } from './preview-desk';

const desks = new WeakMap<Studio, PreviewDesk>();

/** The desk of this studio: the stage and what looks into its previews share one. */
export function usePreviewDesk(): PreviewDesk {
  const studio = useStudio();
  const known = desks.get(studio);
  if (known) return known;
  const desk = createPreviewDesk({
    studio,
    compile: compileTheme,
    schedule: call => requestAnimationFrame(call),
  });
  desks.set(studio, desk);
  return desk;
}

export function useLivePreviews(): readonly LivePreview[] {
  const desk = usePreviewDesk();
  return useSyncExternalStore(desk.subscribe, desk.list);
}
