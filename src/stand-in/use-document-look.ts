import { useEffect } from 'react';
import type { Texts } from './texts';

/** Gives the document the language, direction, theme and title of what it shows. */
export function useDocumentLook({ texts, theme }: { texts: Texts; theme: string | undefined }, title: string) {
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = texts.language;
    documentElement.dir = texts.direction;
    document.title = title;
    if (theme) documentElement.dataset.theme = theme;
    else delete documentElement.dataset.theme;
  }, [texts, theme, title]);
}
