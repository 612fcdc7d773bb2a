import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps a second sandbox out of a folder whose state the first one has in memory. A lock whose process has gone does
 * not count. Returns how to give the folder up. Throws when it is in use.
 */
export function lockFolder(dataDir: string): () => void {
  const path = join(dataDir, 'lock');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner !== process.pid && isRunning(owner)) {
      throw new Error(
        `${dataDir} is in use by the sandbox with process id ${owner}: stop it, or set SANDBOX_DATA_DIR. If that process is no sandbox, delete ${path}`,
      );
    }
    writeFileSync(path, String(process.pid));
  }
  return () => rmSync(path, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
