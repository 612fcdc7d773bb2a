import type { NoticeDesk, NotificationMaker } from '../live/notice-desk';

/** A browser's notifications: each tag is shown once; the person allows them unless they `decide` otherwise. */
export function createFakeNotices() {
  const shown = new Map<string, { title: string; tag: string; lang: string; dir: NotificationDirection }>();
  let permission: NotificationPermission = 'default';
  let answer: NotificationPermission = 'granted';
  let isForbidden = false;
  let asked = 0;

  class FakeNotification {
    static get permission() {
      return permission;
    }
    static async requestPermission() {
      asked += 1;
      permission = answer;
      return permission;
    }
    onclick = null;
    constructor(title: string, options: { tag: string; lang: string; dir: NotificationDirection }) {
      if (isForbidden) throw new TypeError('Illegal constructor');
      if (permission === 'granted') shown.set(options.tag, { title, ...options });
    }
    close() {
      return undefined;
    }
  }

  return {
    openTab(): NoticeDesk {
      const kept = new Map<string, string>();
      return {
        Notification: FakeNotification satisfies NotificationMaker,
        storage: {
          getItem: name => kept.get(name) ?? null,
          setItem: (name, value) => void kept.set(name, value),
          removeItem: name => void kept.delete(name),
        },
      };
    },
    shown: () => [...shown.values()],
    timesAsked: () => asked,
    decide(decision: NotificationPermission) {
      permission = decision;
      answer = decision;
    },
    /** What the person will answer when they are asked. */
    willAnswer(decision: NotificationPermission) {
      answer = decision;
    },
    forbidScripts() {
      isForbidden = true;
    },
  };
}
