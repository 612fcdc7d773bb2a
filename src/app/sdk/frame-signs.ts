/** Signs of life of a frame that neither the loader nor the frame tells. */
export interface FrameSigns {
  /** The frame speaks again with another `sessionId`, which the loader ignores: it has reloaded itself. */
  onReloaded: () => void;
  /** The page's policy forbids the frame. */
  onForbidden: () => void;
  /** The page comes back out of the browser's back-forward cache. */
  onRestored: () => void;
  onOnline: () => void;
}

export interface FrameWatch {
  /** A new frame has been put into the container. */
  launched: () => void;
  /** Something else than the check was shown in the frame: it loaded, and never said a word. */
  isSpeechless: () => boolean;
  /** Whether there is a frame with a window behind it. */
  isAlive: () => boolean;
  end: () => void;
}

export function watchFrame(container: HTMLElement, origin: string, signs: FrameSigns): FrameWatch {
  let sessionId: unknown;
  let hasSpoken = false;
  let hasLoaded = false;
  const findFrame = () => container.querySelector('iframe');

  const onMessage = (event: MessageEvent<unknown>) => {
    const frame = findFrame();
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return;
    const message = event.data;
    if (typeof message !== 'object' || message === null) return;
    hasSpoken = true;
    if (Reflect.get(message, 'method') !== 'idCheck.onReady') return;
    const said: unknown = Reflect.get(message, 'sessionId');
    if (sessionId === undefined) sessionId = said;
    else if (said !== sessionId) signs.onReloaded();
  };
  const onViolation = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (disposition !== 'enforce') return;
    if (effectiveDirective === 'frame-src' && blockedURI.startsWith(origin)) signs.onForbidden();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && signs.onRestored();

  // Before the loader's own listener, which deletes `method` and `sessionId` from the message it shares with us.
  window.addEventListener('message', onMessage);
  window.addEventListener('pageshow', onPageShow);
  window.addEventListener('online', signs.onOnline);
  document.addEventListener('securitypolicyviolation', onViolation);
  return {
    launched() {
      sessionId = undefined;
      hasSpoken = false;
      hasLoaded = false;
      findFrame()?.addEventListener('load', () => {
        hasLoaded = true;
      });
    },
    isSpeechless: () => hasLoaded && !hasSpoken,
    isAlive: () => Boolean(findFrame()?.contentWindow),
    end() {
      window.removeEventListener('message', onMessage);
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('online', signs.onOnline);
      document.removeEventListener('securitypolicyviolation', onViolation);
    },
  };
}
