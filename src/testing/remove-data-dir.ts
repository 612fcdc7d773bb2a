import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes a data folder, and what its database keeps elsewhere where it could not stay inside. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const home = await realpath(join(dataDir, 'postgres')).catch(() => undefined);
  if (home) await rm(home, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
