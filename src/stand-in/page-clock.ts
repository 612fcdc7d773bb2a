/** The page's timers and whether somebody can see it. */
export interface PageClock {
  /** Milliseconds since 1970. */
  now(): number;
  isVisible(): boolean;
  onVisible(listener: () => void): () => void;
  /** Returns what cancels the call. */
  schedule(call: () => void, delayMs: number): () => void;
}
