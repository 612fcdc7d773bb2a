import { domToCanvas } from 'modern-screenshot';
import type { Theme } from '#contract/theme';
import { toPreviewAddress } from '#stand-in/preview-address';
import { holdVideos } from './hold-videos';
import { type PictureCell, placeOnSheet } from './list-pictures';
import { PictureError } from './picture-error';
import { readPicture } from './read-picture';
import { toLook } from './to-look';

export interface WallPicture {
  cells: readonly PictureCell[];
  css: string;
  texts: Theme['texts'];
  /** Below a screen. */
  captionOf: (cell: PictureCell) => string;
  onProgress: (done: number) => void;
  signal: AbortSignal;
}

const gap = 24;
const captionHeight = 24;
const widest = 4_000;
/** Browsers draw no larger canvas. */
const longestSide = 16_000;
const largestArea = 60_000_000;

/** All screens on one sheet as PNG, drawn from the previews' own documents. @throws the signal's reason; {PictureError} */
export async function drawWall({ cells, css, texts, captionOf, onProgress, signal }: WallPicture): Promise<Blob> {
  const drawn: HTMLCanvasElement[] = [];
  for (const cell of cells) {
    signal.throwIfAborted();
    drawn.push(await drawScreen(cell, css, texts[cell.language], signal));
    onProgress(drawn.length);
  }
  const sizes = drawn.map(({ width, height }) => ({ width, height: height + captionHeight }));
  const { places, sheet } = placeOnSheet(sizes, gap, widest);
  const scale = Math.min(1, longestSide / sheet.height, Math.sqrt(largestArea / (sheet.width * sheet.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.width * scale);
  canvas.height = Math.round(sheet.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser gives no canvas to draw on');
  pen.scale(scale, scale);
  pen.fillStyle = '#f1f1ed';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.font = '13px "Golos Text Variable", sans-serif';
  for (const [at, { x, y, height }] of places.entries()) {
    const [screen, cell] = [drawn[at], cells[at]];
    if (!screen || !cell) continue;
    pen.drawImage(screen, x, y);
    pen.fillStyle = '#4d545d';
    pen.fillText(captionOf(cell), x, y + height - 7, screen.width);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture is too large'))), 'image/png');
  });
}

async function drawScreen(
  cell: PictureCell,
  css: string,
  texts: Readonly<Record<string, string>> | undefined,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const { screen, width, scheme, language } = cell;
  const frame = document.createElement('iframe');
  frame.className = 'exchange-hidden-frame';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.style.inlineSize = `${width}px`;
  frame.style.colorScheme = scheme;
  frame.src = toPreviewAddress({ screen, language, scheme });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([drawFrame(frame, cell, css, texts), stopped]);
  } finally {
    frame.remove();
  }
}

async function drawFrame(
  frame: HTMLIFrameElement,
  { width, scheme, language }: PictureCell,
  css: string,
  texts: Readonly<Record<string, string>> | undefined,
): Promise<HTMLCanvasElement> {
  await new Promise<void>(resolve => {
    frame.onload = () => resolve();
    document.body.append(frame);
  });
  const [page, view] = [frame.contentDocument, frame.contentWindow];
  // Where the server is out of reach, a browser's own page stands there, or one without its script.
  if (!page || !view || !page.getElementById('frame')) throw new PictureError('A preview could not be opened');
  view.postMessage(toLook({ language, scheme, css, texts }), window.location.origin);
  await waitForFrames(view, 3);
  if (!page.getElementById('frame')?.firstElementChild) throw new PictureError('A preview stayed empty');
  await page.fonts.ready;
  frame.style.blockSize = `${page.documentElement.scrollHeight}px`;
  await waitForFrames(view, 1);
  holdVideos(page);
  const { backgroundColor } = view.getComputedStyle(page.body);
  const drawn = await domToCanvas(page.documentElement, {
    width,
    height: page.documentElement.scrollHeight,
    fetchFn: readPicture,
    backgroundColor: isClear(backgroundColor) ? (scheme === 'dark' ? '#12161b' : '#ffffff') : backgroundColor,
  });
  return copyCanvas(drawn);
}

/** A canvas of a page that goes goes with it. */
function copyCanvas(drawn: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = drawn.width;
  copy.height = drawn.height;
  copy.getContext('2d')?.drawImage(drawn, 0, 0);
  return copy;
}

async function waitForFrames(view: Window, count: number): Promise<void> {
  for (let at = 0; at < count; at++) await new Promise(resolve => view.requestAnimationFrame(resolve));
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /,\s*0\)$/.test(colour);
}
