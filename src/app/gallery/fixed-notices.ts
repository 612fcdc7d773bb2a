import type { Dependencies } from '../dependencies';
import type { GalleryState } from './gallery-state';

type Desk = Dependencies['notices'];

/** A browser that shows no notifications, whatever it says about them. */
export function createFixedNotices(notices: GalleryState['notices']): Desk {
  if (!notices) return { Notification: undefined, storage: undefined };
  const Notification = {
    permission: 'granted',
    async requestPermission() {
      if (notices === 'denied') this.permission = 'denied';
      return this.permission;
    },
  };
  return {
    Notification: Notification as unknown as Desk['Notification'],
    storage: {
      getItem: () => (notices === 'on' ? '1' : null),
      setItem: () => undefined,
      removeItem: () => undefined,
    },
  };
}
