import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export interface DevtoolsEvent {
  method: string;
  params: Record<string, unknown>;
}

export interface Devtools {
  /** One command of the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/), to a tab where one is named. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  onEvent(listener: (event: DevtoolsEvent) => void): void;
  close(): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** A browser of its own, without a window or a profile, spoken to over a pipe: each message is JSON and ends with a NUL. */
export async function openBrowser(path: string): Promise<Devtools> {
  const profile = await mkdtemp(join(tmpdir(), 'portico-doctor-'));
  const child = spawn(
    path,
    [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What browsers say about a certificate is a check of its own.
      '--ignore-certificate-errors',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'exit').catch(() => undefined); // one that could not be started ends by an error
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((event: DevtoolsEvent) => void)[] = [];
  let last = 0;
  let rest = '';
  input.on('error', () => undefined); // told by the end of the process
  void ended.then(() => {
    for (const answer of waiting.values()) answer({ error: { message: 'the browser ended' } });
    waiting.clear();
  });
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      const message = JSON.parse(text) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      else if (message.method)
        for (const tell of listeners) tell({ method: message.method, params: message.params ?? {} });
    }
  });

  return {
    send(method, params = {}, sessionId) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, message => {
          waiting.delete(id);
          if (message.error) reject(new Error(`the browser refused ${method}: ${message.error.message}`));
          else resolve(message.result ?? {});
        });
        if (child.exitCode !== null || child.signalCode !== null) {
          waiting.get(id)?.({ error: { message: 'the browser ended' } });
          return;
        }
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      });
    },
    onEvent: listener => listeners.push(listener),
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
