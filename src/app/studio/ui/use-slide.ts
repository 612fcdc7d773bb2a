import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';

interface Slide {
  onChange: (value: number) => void;
  onChangeEnd: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}

/** Strokes that follow each other sooner are one burst. */
const burstMs = 900;

/**
 * Tells drags from strokes: a drag ends when it is let go, and is given up by Escape; a burst of strokes ends after a
 * pause, and when the slider is left.
 */
export function useSlide({ onChange, onChangeEnd, onCancel }: Slide) {
  const by = useRef<'keys' | 'drag' | 'cancelled drag'>('keys');
  const burst = useRef<ReturnType<typeof setTimeout>>(undefined);
  function endBurst() {
    if (burst.current === undefined) return;
    clearTimeout(burst.current);
    burst.current = undefined;
    onChangeEnd?.();
  }
  const leave = useEffectEvent(endBurst);
  useEffect(() => () => leave(), []);

  return {
    slider: {
      onChange(value: number) {
        if (by.current !== 'cancelled drag') onChange(value);
      },
      onChangeEnd() {
        if (by.current === 'keys') {
          clearTimeout(burst.current);
          burst.current = setTimeout(endBurst, burstMs);
          return;
        }
        by.current = 'keys';
        onChangeEnd?.();
      },
    },
    around: {
      onPointerDownCapture() {
        clearTimeout(burst.current);
        burst.current = undefined;
        onChangeEnd?.(); // what went before is not a part of the drag, and is not given up with it
        by.current = 'drag';
      },
      onKeyDownCapture(event: KeyboardEvent) {
        if (event.key !== 'Escape' || by.current !== 'drag') return;
        event.stopPropagation();
        by.current = 'cancelled drag';
        onCancel?.();
      },
      onBlur: endBurst,
    },
  };
}
