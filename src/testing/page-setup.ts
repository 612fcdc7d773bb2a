import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// A page that is loaded on demand is compiled on demand too.
configure({ asyncUtilTimeout: 5_000 });

let whispers: MockInstance[] = [];

beforeEach(() => {
  whispers = (['error', 'warn'] as const).map(method => vi.spyOn(console, method));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  const said = whispers.flatMap(whisper => whisper.mock.calls);
  vi.restoreAllMocks();
  expect(said, 'console.error or console.warn was called').toEqual([]);
});

// jsdom scrolls nothing.
const elementPrototype: unknown = Reflect.get(Reflect.get(globalThis, 'Element') ?? {}, 'prototype');
if (typeof elementPrototype === 'object' && elementPrototype !== null) {
  Object.assign(elementPrototype, { scrollIntoView: () => undefined });
}

// jsdom has no CSS.escape; ids of tests need no more than this.
if (Reflect.get(globalThis, 'CSS') === undefined) {
  Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } });
}

interface Dialog {
  open: boolean;
  ownerDocument: { activeElement: { focus?: () => void } | null };
  dispatchEvent: (event: Event) => void;
}

// jsdom has no modal dialogs.
const dialogPrototype: unknown = Reflect.get(Reflect.get(globalThis, 'HTMLDialogElement') ?? {}, 'prototype');
if (typeof dialogPrototype === 'object' && dialogPrototype !== null && !('showModal' in dialogPrototype)) {
  const openers = new WeakMap<object, { focus?: () => void } | null>();
  Object.assign(dialogPrototype, {
    showModal(this: Dialog) {
      openers.set(this, this.ownerDocument.activeElement);
      this.open = true;
    },
    close(this: Dialog) {
      this.open = false;
      openers.get(this)?.focus?.();
      // Not before whoever closes it is done, as in browsers.
      queueMicrotask(() => this.dispatchEvent(new Event('close')));
    },
  });
}
