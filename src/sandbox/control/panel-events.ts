import type { Schedule } from './clock';
import { beatEventName, changedEventName, type PanelEventKind, panelEventKinds } from './panel-events-contract';

export interface PanelEvents {
  note(kind: PanelEventKind): void;
  /** A stream for one more panel; one that has ended already after `close`. */
  open(): ReadableStream<Uint8Array>;
  /** Ends every stream. */
  close(): void;
}

/** How long changes are collected before panels hear of them. */
const coalesceMs = 100;
const beatEveryMs = 15_000;
const reconnectMs = 1_000;

interface Panel {
  /** What it has not been told yet. */
  owed: Set<PanelEventKind>;
  stream: ReadableStreamDefaultController<Uint8Array>;
}

/** Tells open panels what kinds of things have changed. A panel that does not keep up owes one message, not a queue. */
export function createPanelEvents({ scheduleInRealTime }: { scheduleInRealTime: Schedule }): PanelEvents {
  const panels = new Set<Panel>();
  const encoder = new TextEncoder();
  let isClosed = false;
  let cancelFlush: (() => void) | undefined;
  let cancelBeat: (() => void) | undefined;

  const hasRoom = ({ stream }: Panel) => (stream.desiredSize ?? 0) > 0;

  function tell(panel: Panel): void {
    if (panel.owed.size === 0 || !hasRoom(panel)) return;
    const kinds = panelEventKinds.filter(kind => panel.owed.has(kind));
    panel.owed.clear();
    panel.stream.enqueue(encoder.encode(`event: ${changedEventName}\ndata: ${JSON.stringify(kinds)}\n\n`));
  }

  function beat(): void {
    for (const panel of panels) {
      if (hasRoom(panel)) panel.stream.enqueue(encoder.encode(`event: ${beatEventName}\ndata:\n\n`));
    }
    cancelBeat = panels.size > 0 ? scheduleInRealTime(beat, beatEveryMs) : undefined;
  }

  return {
    note(kind) {
      for (const panel of panels) panel.owed.add(kind);
      if (panels.size === 0) return;
      cancelFlush ??= scheduleInRealTime(() => {
        cancelFlush = undefined;
        for (const panel of panels) tell(panel);
      }, coalesceMs);
    },
    open() {
      let panel: Panel;
      return new ReadableStream<Uint8Array>(
        {
          start(stream) {
            stream.enqueue(encoder.encode(`retry: ${reconnectMs}\n\n`));
            if (isClosed) {
              stream.close();
              return;
            }
            panel = { owed: new Set(), stream };
            panels.add(panel);
            cancelBeat ??= scheduleInRealTime(beat, beatEveryMs);
          },
          pull: () => (cancelFlush === undefined && panel ? tell(panel) : undefined),
          cancel: () => {
            panels.delete(panel);
          },
        },
        { highWaterMark: 2 },
      );
    },
    close() {
      isClosed = true;
      cancelFlush?.();
      cancelBeat?.();
      for (const { stream } of panels) stream.close();
      panels.clear();
    },
  };
}
