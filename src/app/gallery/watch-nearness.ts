const listeners = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Says whether an element is on the screen or within a screen of it: there may be thousands, so one observer has all. */
export function watchNearness(element: Element, onChange: (isNear: boolean) => void): () => void {
  observer ??= new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    },
    { rootMargin: '100% 0px' },
  );
  const watching = observer;
  listeners.set(element, onChange);
  watching.observe(element);
  return () => watching.unobserve(element);
}
