import { useEffect, useState } from 'react';
import { usePreviewDesk } from './use-preview-desk';

export type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

const none: readonly Box[] = [];

/** Where the elements that a selector finds lie in a page, also after the page has taken another look. */
export function useBoxes(page: Document, selector: string | undefined): readonly Box[] {
  const desk = usePreviewDesk();
  const [boxes, setBoxes] = useState(none);
  useEffect(() => {
    if (selector === undefined) return;
    const measure = () => setBoxes(listBoxes(page, selector));
    measure();
    const leave = desk.subscribe(measure);
    return () => {
      leave();
      setBoxes(none);
    };
  }, [desk, page, selector]);
  return boxes;
}

/** Of a pseudo-element it is the element that draws it. */
export function listBoxes(page: Document, selector: string): Box[] {
  try {
    return [...page.querySelectorAll(selector.replace(/::?(before|after|placeholder|marker)(?![\w-])/g, ''))]
      .map(element => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0);
  } catch {
    return []; // not a selector
  }
}
