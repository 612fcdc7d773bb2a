/** The part of the browser's `Notification` that is used here. */
export interface NotificationMaker {
  readonly permission: NotificationPermission;
  requestPermission(): Promise<NotificationPermission>;
  new (
    title: string,
    options: { tag: string; lang: string; dir: NotificationDirection },
  ): { onclick: ((event: Event) => unknown) | null; close(): void };
}

/** What notifications need: the browser's own, and a place that lasts as long as the tab. */
export interface NoticeDesk {
  Notification: NotificationMaker | undefined;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** Whether a person is told of an answer by a notification. `missing`: this browser can show none. */
export type NoticeState = 'missing' | 'offered' | 'on' | 'denied';

const key = 'notify-of-answer';

export function readNoticeState({ Notification, storage }: NoticeDesk): NoticeState {
  if (!Notification || !storage) return 'missing';
  if (Notification.permission === 'denied') return 'denied';
  if (Notification.permission === 'granted') return storage.getItem(key) ? 'on' : 'offered';
  return isMadeByScripts(Notification) ? 'offered' : 'missing';
}

/** Asks for the permission, where it is not given yet. */
export async function askForNotices(desk: NoticeDesk): Promise<NoticeState> {
  const permission = await desk.Notification?.requestPermission();
  if (permission === 'granted') desk.storage?.setItem(key, '1');
  return readNoticeState(desk);
}

export function endNotices(desk: NoticeDesk): NoticeState {
  desk.storage?.removeItem(key);
  return readNoticeState(desk);
}

/** Chrome on Android has the name, and throws whenever a page makes one. Without the permission, making one shows nothing. */
function isMadeByScripts(Notification: NotificationMaker): boolean {
  try {
    new Notification('', { tag: 'probe', lang: '', dir: 'auto' }).close();
    return true;
  } catch {
    return false;
  }
}
