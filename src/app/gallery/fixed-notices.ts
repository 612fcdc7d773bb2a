import type { Dependencies } from '../dependencies';
import type { GalleryState } from './gallery-state';

type Desk = Dependencies['notices'];

/** A browser that shows no notifications, whatever it says about them. */
export function createFixedNotices(notices: GalleryState['notices']): Desk {
  if (!notices) return { Notification: undefined, storage: undefined };
  const permission = notices === 'denied' ? 'denied' : 'granted';
  return {
    Notification: { permission, requestPermission: async () => permission } as unknown as Desk['Notification'],
    storage: {
      getItem: () => (notices === 'on' ? '1' : null),
      setItem: () => undefined,
      removeItem: () => undefined,
    },
  };
}
