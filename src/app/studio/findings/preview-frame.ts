import { toPreviewAddress } from '#stand-in/preview-address';
import type { PreviewName } from '#stand-in/preview-names';
import { CheckStopped } from './check-stopped';

/** A frame of the studio's own that nobody sees or reaches. */
export interface PreviewFrame {
  readonly document: Document;
  readonly window: Window;
  readonly element: HTMLIFrameElement;
  /** Opens one screen; resolves when it is drawn. */
  open(screen: PreviewName, language: string): Promise<void>;
  close(): void;
}

const readyAfterMs = 40;
const giveUpAfterMs = 15_000;

/** What it is asked for throws `CheckStopped` where the preview does not come, or the frame is gone. */
export function createPreviewFrame(host: Document): PreviewFrame {
  const shelf = host.createElement('div');
  shelf.setAttribute('aria-hidden', 'true');
  shelf.style.cssText = 'position: fixed; inset-block-start: 0; inset-inline-start: -30000px; visibility: hidden';
  const element = host.createElement('iframe');
  element.style.cssText = 'inline-size: 360px; block-size: 3000px; border: 0';
  shelf.append(element);
  host.body.append(shelf);

  const frame: PreviewFrame = {
    get document() {
      const { contentDocument } = element;
      if (!element.isConnected || !contentDocument) throw new CheckStopped('The frame of the findings is gone');
      return contentDocument;
    },
    get window() {
      const { contentWindow } = element;
      if (!element.isConnected || !contentWindow) throw new CheckStopped('The frame of the findings is gone');
      return contentWindow;
    },
    element,
    async open(screen, language) {
      let isLoaded = false;
      const note = () => {
        isLoaded = true;
      };
      element.addEventListener('load', note, { once: true });
      element.src = toPreviewAddress({ screen, language });
      // A frame that is gone never loads.
      await waitUntil(() => frame.document && isLoaded);
      await waitUntil(() => (frame.document.getElementById('frame')?.childElementCount ?? 0) > 0);
      await pause(readyAfterMs);
    },
    close: () => shelf.remove(),
  };
  return frame;
}

export async function waitUntil(isDone: () => boolean): Promise<void> {
  for (let waited = 0; !isDone(); waited += 10) {
    if (waited > giveUpAfterMs) throw new CheckStopped('A preview that the findings need did not come');
    await pause(10);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
