import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * An nginx for the tests of the proxy: NGINX_PATH, an installed one or, for root, the system's package.
 * @throws one sentence that says what to do when there is none.
 */
export function findNginx(): string {
  const found = process.env.NGINX_PATH ?? findInstalled() ?? installPackage();
  if (found) return found;
  throw new Error('No nginx was found or could be installed: install nginx, or set NGINX_PATH to it');
}

function findInstalled(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map(folder => join(folder, 'nginx')).find(path => existsSync(path));
}

function installPackage(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const install = (args: readonly string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    install(['update', '-q']);
    install(['install', '-qy', '--no-install-recommends', 'nginx-light']);
  } catch (error) {
    console.log(`nginx could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
  return findInstalled();
}
