import * as v from 'valibot';
import {
  beatEventName,
  changedEventName,
  changedKindsSchema,
  type PanelEventKind,
  panelEventKinds,
} from '../../control/panel-events-contract';

/** The part of `EventSource` that is used here. */
export interface ChangeStream {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

export interface ChangeOptions {
  openStream: () => ChangeStream;
  /** Reads what has changed anew; is not called again before it is done. */
  refresh: (kinds: readonly PanelEventKind[]) => Promise<void>;
}

export const pollEveryMs = 2_000;
/** The sandbox is heard at least every 15 s; a stream that was lost in silence is not. */
export const silenceMs = 40_000;
const closed = 2;

/**
 * Keeps the page as the sandbox is: by its stream of changes, and by asking for everything again and again while the
 * stream is away. Returns what ends it.
 */
export function followChanges({ openStream, refresh }: ChangeOptions): () => void {
  const owed = new Set<PanelEventKind>();
  let isRefreshing = false;
  let stream: ChangeStream | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  async function settle(): Promise<void> {
    if (isRefreshing) return;
    isRefreshing = true;
    while (owed.size > 0) {
      const kinds = panelEventKinds.filter(kind => owed.has(kind));
      owed.clear();
      await refresh(kinds);
    }
    isRefreshing = false;
  }

  function note(kinds: readonly PanelEventKind[]): void {
    for (const kind of kinds) owed.add(kind);
    void settle();
  }

  function awaitSound(): void {
    clearTimeout(silence);
    silence = setTimeout(reconnect, silenceMs);
  }

  function hear(): void {
    awaitSound();
    clearInterval(poll);
    poll = undefined;
  }

  function askMeanwhile(): void {
    poll ??= setInterval(() => {
      note(panelEventKinds);
      if (stream?.readyState === closed) reconnect();
    }, pollEveryMs);
  }

  function connect(): void {
    const opened = openStream();
    stream = opened;
    awaitSound();
    const listen = (type: string, listener: (data: unknown) => void) =>
      opened.addEventListener(type, ({ data }) => opened === stream && listener(data));
    listen('open', () => {
      hear();
      note(panelEventKinds);
    });
    listen(beatEventName, hear);
    listen(changedEventName, data => {
      hear();
      note(toKinds(data));
    });
    listen('error', askMeanwhile);
  }

  function reconnect(): void {
    stream?.close();
    askMeanwhile();
    connect();
  }

  connect();
  return () => {
    stream?.close();
    stream = undefined;
    clearTimeout(silence);
    clearInterval(poll);
  };
}

/** Kinds that a newer sandbox may speak of do not hide the others. */
function toKinds(data: unknown): readonly PanelEventKind[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), changedKindsSchema), data);
  return parsed.success ? parsed.output : panelEventKinds;
}

/** A browser has few connections to one host: a tab that nobody sees gives its own back. */
export function followWhileVisible(
  page: Pick<Document, 'visibilityState' | 'addEventListener'>,
  follow: () => () => void,
): void {
  let end: (() => void) | undefined;
  const update = () => {
    if (page.visibilityState === 'visible') end ??= follow();
    else {
      end?.();
      end = undefined;
    }
  };
  page.addEventListener('visibilitychange', update);
  update();
}
