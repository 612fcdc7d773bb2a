import { isSameStep } from './announcements';
import { leastAbilities, readLoaderAbilities } from './loader-abilities';
import type { HostChannel } from './protocol';
import type { Screen } from './screen';

export interface HostScrollDependencies {
  channel: Pick<HostChannel, 'emit' | 'listen'>;
  screens: { subscribe(listener: () => void): () => void; read(): Screen };
  /** Calls back when the height of what was drawn has been told to the host. */
  afterLayout(call: () => void): void;
  /** Where in the frame, in pixels, that begins what the person should look at. */
  readTop(): number;
}

/**
 * Moves the host's page along with the screens, where the loader can: a new screen is shown from its top; coming back
 * from a detour leads to where the page stood. The first screen moves nothing.
 */
export function followWithHostScroll({ channel, screens, afterLayout, readTop }: HostScrollDependencies): () => void {
  let loader = leastAbilities;
  let shown = screens.read();
  let left: { screen: Screen; isStored: boolean } | undefined;

  function follow() {
    const before = shown;
    shown = screens.read();
    if (before.name === 'loading' || isSameScreen(before, shown)) return;
    const isBack = left?.isStored === true && isSameScreen(left.screen, shown);
    left = isDetour(before, shown) ? { screen: before, isStored: false } : undefined;
    if (left && loader.keepsScroll) channel.emit('getScrollPosition');
    afterLayout(() => {
      if (isBack) channel.emit('restoreScrollPosition');
      else if (loader.scrolls) channel.emit('scrollTo', { top: readTop() });
    });
  }

  const stopListening = channel.listen(message => {
    if (message.method === 'idCheck.init') loader = readLoaderAbilities(message);
    if (message.method === 'idCheck.scrollPositionStored' && left) left.isStored = true;
  });
  const stopFollowing = screens.subscribe(follow);
  return () => {
    stopListening();
    stopFollowing();
  };
}

/** People come back from it to the screen they left. */
function isDetour(before: Screen, screen: Screen): boolean {
  if (screen.name === 'interrupted' || screen.name === 'other-device') return true;
  return before.name === 'document-type' && isSameStep(before, screen);
}

function isSameScreen(one: Screen, other: Screen): boolean {
  return one.name === other.name && (!('round' in one) || isSameStep(one, other));
}
