import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export interface Notice {
  text: string;
  /** What can still be done about it: "Undo". */
  action?: { label: string; onAction: () => void };
}

const shownForMs = 8_000;

/** The studio's short notices, newest last; one that offers an action stays longer. */
export const notices = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

export function notify(notice: Notice): void {
  notices.add(notice, { timeout: notice.action ? 2 * shownForMs : shownForMs });
}
