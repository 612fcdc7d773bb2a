import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeAudit, judgeLock } from './judge-dependencies';

/** As npm 11.19 writes where the registry does not take the question. */
const withoutEndpoint = `{
  "message": "405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk",
  "method": "POST",
  "uri": "https://registry.npmjs.org/-/npm/v1/security/advisories/bulk",
  "headers": { "allow": ["GET,HEAD"], "content-length": ["0"], "x-fetch-attempts": ["1"] },
  "statusCode": 405,
  "body": "",
  "error": { "summary": "", "detail": "" }
}`;

const report = (vulnerabilities: Record<string, unknown>) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { dependencies: { prod: 120 } } });

const hole = (severity: string, more: Record<string, unknown> = {}) => ({
  name: 'jose',
  severity,
  isDirect: true,
  via: [
    {
      source: 1,
      name: 'jose',
      title: 'Tokens are believed',
      url: 'https://github.com/advisories/GHSA-x',
      severity,
      range: '<6.2.19',
    },
  ],
  effects: [],
  range: '<6.2.19',
  nodes: ['node_modules/jose'],
  fixAvailable: true,
  ...more,
});

describe('an audit', () => {
  test.each([
    ['of a registry that does not take the question', withoutEndpoint, '405 Method Not Allowed'],
    [
      'without a network',
      '{"message":"request failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org"}',
      'ENOTFOUND',
    ],
    ['that npm did not finish', '', 'no report'],
    ['in a form nobody knows', '{"advisories":{}}', 'no report'],
  ])('%s tells nothing, and says so', (_name, output, words) => {
    expect(judgeAudit(output)).toEqual({ kind: 'cannot-tell', why: expect.stringContaining(words) });
  });

  test('that finds nothing is good', () => {
    expect(judgeAudit(report({}))).toEqual({ kind: 'told', holes: [], notes: [] });
  });

  test.each(['moderate', 'high', 'critical'])(
    'with a hole that is %s fails with its name, cause and mending',
    severity => {
      expect(judgeAudit(report({ jose: hole(severity) }))).toEqual({
        kind: 'told',
        holes: [
          `jose <6.2.19: ${severity}, Tokens are believed (https://github.com/advisories/GHSA-x); mended by npm update`,
        ],
        notes: [],
      });
    },
  );

  test('tells of a low one without failing', () => {
    expect(judgeAudit(report({ jose: hole('low') }))).toMatchObject({
      holes: [],
      notes: [expect.stringContaining('jose')],
    });
  });

  test('names what a hole came through, and the version that mends it', () => {
    const pg = hole('high', {
      via: ['pg-protocol'],
      fixAvailable: { name: 'pg', version: '9.0.0', isSemVerMajor: true },
    });
    expect(judgeAudit(report({ pg }))).toMatchObject({
      holes: ['pg <6.2.19: high, through pg-protocol; mended by pg 9.0.0'],
    });
  });
});

describe('a lock file', () => {
  const sound = { version: '1.0.0', integrity: 'sha512-abc' };
  const judge = (entry: Record<string, unknown>, manifest: Record<string, unknown> = {}) =>
    judgeLock(
      JSON.stringify({ packages: { '': {}, 'node_modules/a/node_modules/b': entry } }),
      JSON.stringify(manifest),
    );

  test('of this very project has no faults', () => {
    expect(judgeLock(readFileSync('package-lock.json', 'utf8'), readFileSync('package.json', 'utf8'))).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ['sound', sound, {}, []],
    ['from the registry', { ...sound, resolved: 'https://registry.npmjs.org/b/-/b-1.0.0.tgz' }, {}, []],
    ['without a hash', { version: '1.0.0' }, {}, ['b 1.0.0 has no SHA-512 hash in package-lock.json']],
    ['with a weak hash', { ...sound, integrity: 'sha1-abc' }, {}, ['b 1.0.0 has no SHA-512 hash in package-lock.json']],
    [
      'from a repository',
      { ...sound, resolved: 'git+ssh://git@host/b.git' },
      {},
      ['b 1.0.0 does not come from the registry'],
    ],
    [
      'from a namesake',
      { ...sound, resolved: 'https://registry.npmjs.org.evil.test/b.tgz' },
      {},
      ['b 1.0.0 does not come from the registry'],
    ],
    ['that is a folder', { link: true }, {}, ['b is a link to a folder: depend on a published version']],
    ['with an allowed script', { ...sound, hasInstallScript: true }, { allowScripts: { b: true } }, []],
    [
      'with a script',
      { ...sound, hasInstallScript: true },
      { allowScripts: { b: false } },
      ['b runs a script when it is installed, which allowScripts in package.json does not allow'],
    ],
    [
      'with an allowance for nothing',
      sound,
      { allowScripts: { c: true } },
      ['c is in allowScripts of package.json and runs no script: take it out'],
    ],
    ['of any version', sound, { dependencies: { b: '^1.0.0' } }, ['b is not asked for in one exact version']],
    ['of one version under another name', sound, { devDependencies: { x: 'npm:@a/b@1.0.0-beta.1' } }, []],
  ])('with a package %s', (_name, entry, manifest, faults) => {
    expect(judge(entry, manifest)).toEqual(faults);
  });
});
