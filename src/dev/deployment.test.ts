import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serverLimits } from '#server/http/http-server';
import { fillIn } from './nginx';

const template = readFileSync('.deploy/nginx/portico.conf.template', 'utf8');
const main = readFileSync('.deploy/nginx/nginx.conf', 'utf8');
const compose = readFileSync('.deploy/compose.yaml', 'utf8');
const containerfile = readFileSync('.deploy/Containerfile', 'utf8');

test('compose gives nginx everything its configuration asks for', () => {
  const asked = new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(match => match[1]));
  const given = compose.slice(compose.indexOf('proxy:'), compose.indexOf('volumes:', compose.indexOf('proxy:')));
  expect([...asked].filter(name => !given.includes(`${name}: `))).toEqual([]);
  expect(asked.size).toBeGreaterThan(5);
  expect(() => fillIn(template, {})).toThrow('which nobody gives');
});

test('the container runs as nobody special, on a root it cannot write to, and is asked for its health', () => {
  expect(containerfile).toMatch(/^USER node$/m);
  expect(containerfile).toMatch(/^HEALTHCHECK /m);
  expect(containerfile.match(/^FROM /gm)).toHaveLength(3);
  expect(compose).toContain('read_only: true');
});

test('nginx writes no query string into its log', () => {
  const format = template.match(/^log_format[^;]+;/m)?.[0] ?? '';
  expect(format).toContain('$uri');
  expect(format).not.toMatch(/\$request\b|\$request_uri|\$args|\$query_string|\$http_referer/);
});

test('nginx has room for every connection of a process twice, as a stream takes two', () => {
  const connections = Number(main.match(/worker_connections (\d+);/)?.[1]);
  const descriptors = Number(main.match(/worker_rlimit_nofile (\d+);/)?.[1]);
  const proxy = compose.slice(compose.indexOf('  proxy:'));
  expect(connections).toBeGreaterThanOrEqual(2 * serverLimits.maxConnections);
  expect(descriptors).toBeGreaterThan(connections);
  expect(proxy).toContain(`nofile: ${descriptors}`);
  expect(proxy).toContain('./nginx/nginx.conf:/etc/nginx/nginx.conf:ro');
});
