import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, hasEnded } from './child-process';
import { findNginx } from './find-nginx';

export interface Nginx {
  httpUrl: string;
  httpsUrl: string;
  /** Everything nginx wrote to its logs so far. */
  readLogs(): string;
  close(): Promise<void>;
}

/** The project's own nginx configuration, run for real on two free ports, with a certificate made for the occasion. */
export async function startNginx(options: {
  httpPort: number;
  httpsPort: number;
  appUrls: readonly string[];
}): Promise<Nginx> {
  const directory = mkdtempSync(join(tmpdir(), 'portico-nginx-'));
  const path = (name: string) => join(directory, name);
  mkdirSync(path('temp'));
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      path('key.pem'),
      '-out',
      path('certificate.pem'),
    ],
    { stdio: 'ignore' },
  );
  const site = fillIn(readFileSync('.deploy/nginx/portico.conf.template', 'utf8'), {
    PORTICO_SERVERS: options.appUrls
      .map(url => `server 127.0.0.1:${new URL(url).port} max_fails=1 fail_timeout=1s;`)
      .join(' '),
    SERVER_NAME: 'localhost',
    HTTP_PORT: String(options.httpPort),
    HTTPS_PORT: String(options.httpsPort),
    HTTPS_SUFFIX: `:${options.httpsPort}`,
    CERTIFICATE: path('certificate.pem'),
    CERTIFICATE_KEY: path('key.pem'),
    ACCESS_LOG: path('access.log'),
    ERROR_LOG: path('error.log'),
  });
  writeFileSync(path('site.conf'), site);
  writeFileSync(path('nginx.conf'), mainConfiguration(directory));

  const child = spawn(findNginx(), ['-p', directory, '-c', path('nginx.conf'), '-e', path('error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', chunk => {
    complaint += String(chunk);
  });
  while (!(await listens(options.httpsPort))) {
    if (hasEnded(child)) throw new Error(`nginx ended instead of listening: ${complaint}`);
    await delay(25);
  }
  return {
    httpUrl: `http://localhost:${options.httpPort}`,
    httpsUrl: `https://localhost:${options.httpsPort}`,
    readLogs: () => ['access.log', 'error.log'].map(name => readFileSync(path(name), 'utf8')).join('\n'),
    async close() {
      await endProcess(child, 'SIGTERM');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** As the official image does before it starts nginx. */
export function fillIn(template: string, values: Record<string, string>): string {
  return template.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The nginx configuration asks for ${name}, which nobody gives`);
    return value;
  });
}

/** What the package's own nginx.conf would be, but in a folder of its own and in the foreground. */
function mainConfiguration(directory: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `  ${name}_temp_path ${directory}/temp/${name};`)
    .join('\n');
  return `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 2;
pid ${directory}/nginx.pid;
events { worker_connections 1024; }
http {
${temporary}
  include ${directory}/site.conf;
}
`;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
