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

// jsdom has no modal dialogs.
const dialogPrototype: unknown = Reflect.get(Reflect.get(globalThis, 'HTMLDialogElement') ?? {}, 'prototype');
if (typeof dialogPrototype === 'object' && dialogPrototype !== null && !('showModal' in dialogPrototype)) {
  Object.assign(dialogPrototype, {
    showModal(this: { open: boolean }) {
      this.open = true;
    },
    close(this: { open: boolean; dispatchEvent: (event: Event) => void }) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    },
  });
}
