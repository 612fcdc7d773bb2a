export interface Deadline {
  signal: AbortSignal;
  /** Lets go of the timer; afterwards the signal comes no more. */
  clear(): void;
}

/**
 * A signal that comes after `timeoutMs`, or with `outer`. Not by AbortSignal.any with AbortSignal.timeout: Node 20 collects
 * the inner one as garbage while somebody waits, and then it never comes.
 */
export function openDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException('The deadline has passed', 'TimeoutError'));
  }, timeoutMs);
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    },
  };
}
