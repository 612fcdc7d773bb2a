import type { Theme } from '#contract/theme';
import { checkTheme, type Report } from './check-theme';
import type { Idle } from './idle';
import { type InspectionFrame, openInspectionFrame } from './inspection-frame';
import { toNested } from './nested-texts';
import { createPreviewFrame } from './preview-frame';
import { copyScreen, type ScreenCopy } from './screen-copies';

/** Of the stand-in's own languages: Latin, two that need more room, and one from right to left. */
const languages = ['en', 'ru', 'kk', 'ar'] as const;

export interface OpenCheckBench {
  check(theme: Theme, run: { signal: AbortSignal; onProgress(done: number): void }): Promise<Report>;
  close(): void;
}

/** The two frames that checking needs, and what the screens are made of, which is copied once for each set of texts. */
export function openCheckBench(host: Document, idle: Idle): OpenCheckBench {
  const source = createPreviewFrame(host);
  const place = createPreviewFrame(host);
  let frame: Promise<InspectionFrame> | undefined;
  let textsCopied = '';
  const copied = new Map<string, readonly ScreenCopy[]>();

  return {
    async check(theme, { signal, onProgress }) {
      frame ??= openInspectionFrame(place);
      const texts = JSON.stringify(theme.texts);
      if (texts !== textsCopied) copied.clear();
      textsCopied = texts;
      const readScreen = async (screen: string) => {
        const known = copied.get(screen);
        if (known) return known;
        await idle.turn();
        signal.throwIfAborted();
        const made = await copyScreen(source, screen, languages, language => toNested(theme.texts[language] ?? {}));
        if (textsCopied === texts) copied.set(screen, made);
        return made;
      };
      return checkTheme(theme, { idle, frame: await frame, readScreen, signal, onProgress });
    },
    close() {
      source.close();
      place.close();
    },
  };
}
