import { routes } from '../routes';

/** How long a page that came back may stay empty. */
const answerWithinMs = 1_000;

/**
 * Back can bring a page from the browser's memory just as it was left. What it showed then is out of sight from the
 * moment it is left until `onReturn` has an answer; where none comes in time it is forgotten. The frame of the SDK shows no
 * status, and is kept.
 */
export function hideWhileAway({
  onLeave,
  onReturn,
  forget,
}: {
  onLeave: () => void;
  onReturn: () => Promise<unknown>;
  forget: () => void;
}): () => void {
  const show = (isShown: boolean) => {
    document.body.style.visibility = isShown ? '' : 'hidden';
  };
  let timesLeft = 0;
  const leave = () => {
    timesLeft += 1;
    show(false);
    onLeave();
  };
  const restore = async (event: PageTransitionEvent) => {
    if (!event.persisted) return show(true);
    const visit = timesLeft;
    const tooLate = new Promise<'late'>(resolve => setTimeout(resolve, answerWithinMs, 'late'));
    const outcome = await Promise.race([tooLate, onReturn().catch(() => 'failed' as const)]);
    if (visit !== timesLeft) return; // left again meanwhile
    if ((outcome === 'late' || outcome === 'failed') && window.location.pathname !== routes.verify) forget();
    // The cache tells its readers in a task of its own, which is before this one: until then they show what was.
    setTimeout(show, 0, true);
  };
  const onShow = (event: PageTransitionEvent) => void restore(event);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', onShow);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', onShow);
    show(true);
  };
}
