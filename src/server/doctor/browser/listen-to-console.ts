import { setTimeout as delay } from 'node:timers/promises';
import { type DevtoolsEvent, openBrowser } from './devtools-pipe';

export interface Heard {
  path: string;
  text: string;
}

/** After the page has loaded, for what it does then. */
const settleMs = 1_000;
const loadTimeoutMs = 15_000;

/** Errors and warnings that the console shows on each of the pages, one after the other. @throws where no browser starts. */
export async function listenToConsole(browser: string, origin: string, paths: readonly string[]): Promise<Heard[]> {
  const devtools = await openBrowser(browser);
  const heard: Heard[] = [];
  let path = '';
  let loaded: () => void = () => undefined;
  devtools.onEvent(event => {
    if (event.method === 'Page.loadEventFired') loaded();
    const text = readComplaint(event);
    if (text) heard.push({ path, text: text.replaceAll(/[?#]\S*/g, '').slice(0, 200) });
  });
  try {
    const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
    const attached = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
    const sessionId = String(attached.sessionId);
    for (const domain of ['Page', 'Runtime', 'Log']) await devtools.send(`${domain}.enable`, {}, sessionId);
    for (path of paths) {
      const whenLoaded = new Promise<void>(resolve => {
        loaded = resolve;
      });
      await devtools.send('Page.navigate', { url: new URL(path, origin).href }, sessionId);
      await Promise.race([whenLoaded, delay(loadTimeoutMs, undefined, { ref: false })]);
      await delay(settleMs);
    }
    return heard;
  } finally {
    await devtools.close();
  }
}

function readComplaint({ method, params }: DevtoolsEvent): string | undefined {
  if (method === 'Log.entryAdded') {
    const { level, text } = params.entry as { level: string; text: string };
    return level === 'error' || level === 'warning' ? text : undefined;
  }
  if (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert'].includes(String(params.type))) {
    const args = params.args as { value?: unknown; description?: string }[];
    return args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
  }
  if (method === 'Runtime.exceptionThrown') {
    const { exception, text } = params.exceptionDetails as { exception?: { description?: string }; text: string };
    return exception?.description?.split('\n')[0] ?? text;
  }
  return undefined;
}
