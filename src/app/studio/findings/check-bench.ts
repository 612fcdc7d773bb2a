import type { Theme } from '#contract/theme';
import type { PreviewName } from '#stand-in/preview-names';
import type { FontFace } from '#theming/fonts-of';
import { toDictionary } from '#theming/to-dictionary';
import { checkTheme, type Report } from './check-theme';
import type { Idle } from './idle';
import { type InspectionFrame, openInspectionFrame } from './inspection-frame';
import { createPreviewFrame } from './preview-frame';
import { copyScreen, type ScreenCopy } from './screen-copies';

/** Of the stand-in's own languages: Latin, two that need more room, and one from right to left. */
const languages = ['en', 'ru', 'kk', 'ar'] as const;

export interface CheckRun {
  fontFaces: readonly FontFace[];
  signal: AbortSignal;
  onProgress(done: number): void;
}

export interface OpenCheckBench {
  check(theme: Theme, run: CheckRun): Promise<Report>;
  close(): void;
}

/** The two frames that checking needs, and what the screens are made of, which is copied once for each set of texts. */
export function openCheckBench(host: Document, idle: Idle): OpenCheckBench {
  const source = createPreviewFrame(host);
  const place = createPreviewFrame(host);
  let frame: InspectionFrame | undefined;
  let textsCopied = '';
  const copied = new Map<string, readonly ScreenCopy[]>();

  // Two at once would take the frames from under each other.
  let earlier: Promise<unknown> = Promise.resolve();

  async function run(theme: Theme, { fontFaces, signal, onProgress }: CheckRun): Promise<Report> {
    signal.throwIfAborted();
    frame ??= await openInspectionFrame(place);
    const texts = JSON.stringify(theme.texts);
    if (texts !== textsCopied) copied.clear();
    textsCopied = texts;
    const readScreen = async (screen: PreviewName) => {
      const known = copied.get(screen);
      if (known) return known;
      await idle.turn();
      signal.throwIfAborted();
      const made = await copyScreen(source, screen, languages, language => toDictionary(theme.texts[language] ?? {}));
      copied.set(screen, made);
      return made;
    };
    return checkTheme(theme, { idle, frame, readScreen, fontFaces, signal, onProgress });
  }

  return {
    check(theme, how) {
      const report = earlier.then(() => run(theme, how));
      earlier = report.catch(() => undefined);
      return report;
    },
    close() {
      source.close();
      place.close();
    },
  };
}
