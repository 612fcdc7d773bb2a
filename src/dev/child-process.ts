import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** By itself or by a signal, of which each leaves its own trace. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Waits until `probe` is answered with success. False where the process ended instead. */
export async function answersAt(probe: string, child: ChildProcess): Promise<boolean> {
  while (!hasEnded(child)) {
    const isReady = await fetch(probe).then(
      response => response.ok,
      () => false,
    );
    if (isReady) return true;
    await delay(50);
  }
  return false;
}

/** Returns once it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
