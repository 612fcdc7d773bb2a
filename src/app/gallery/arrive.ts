import type { Language } from '../i18n/i18n';
import type { GalleryState, Say } from './gallery-state';
import type { StoppedClock } from './stopped-clock';

/** Lets the time pass and presses what leads to the state, and resolves when the page says what the state has to say. */
export async function arrive(state: GalleryState, language: Language, clock: StoppedClock): Promise<void> {
  const say = (text: Say) => text(language.getSnapshot().t);
  const isThere = (texts: readonly Say[]) => () => texts.every(text => isSaid(say(text))) || undefined;
  if (state.passed) {
    await until(isThere([state.passed.since]));
    clock.pass(state.passed.ms);
  }
  for (const text of state.presses ?? []) (await until(() => findButton(say(text)))).click();
  await until(isThere(state.says));
  await document.fonts.ready;
}

/** Asks again whenever something on the page has changed. */
function until<T>(read: () => T | undefined): Promise<T> {
  return new Promise(resolve => {
    const look = () => {
      const found = read();
      if (found === undefined) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

function findButton(text: string): HTMLElement | undefined {
  const things = document.querySelectorAll<HTMLElement>('button, [role=option]');
  return [...things].find(thing => fits(text, thing.getAttribute('aria-label') ?? thing.textContent));
}

function isSaid(text: string): boolean {
  return text.split('*').every(part => document.body.textContent.includes(part.trim()));
}

/** `*` stands for anything. */
function fits(pattern: string, text: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  return rest.length === 0 ? text === start : text.startsWith(start) && text.endsWith(rest.at(-1) ?? '');
}
