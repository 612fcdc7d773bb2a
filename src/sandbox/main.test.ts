import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** What the process says, and how it ends. */
function start(variables: Record<string, string>): Promise<{ exitCode: unknown; output: string }> {
  const patience = 60_000;
  const env = { PATH: process.env.PATH, SANDBOX_DATA_DIR: dataDir, ...variables };
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/sandbox/main.ts'],
      { env, timeout: patience },
      (error, stdout, stderr) => {
        resolve({ exitCode: error?.code, output: stdout + stderr });
      },
    );
  });
}

test.each([
  [{ SANDBOX_TOKEN_SHAPE: 'jwe' }, 'SANDBOX_TOKEN_SHAPE must be one of opaque, '],
  [{ SANDBOX_WEBHOOK_ALGORITHM: 'HMAC_MD5_HEX' }, 'SANDBOX_WEBHOOK_ALGORITHM must be one of HMAC_SHA1_HEX, '],
  [{ SANDBOX_WEBHOOK_URL: 'localhost:4000/hook' }, 'SANDBOX_WEBHOOK_URL must be an address that begins with http'],
  [{ SANDBOX_PUBLIC_URL: 'nowhere' }, 'SANDBOX_PUBLIC_URL must be an address that begins with http'],
  [{ SANDBOX_REDIRECT_URL: 'https://client.test/' }, 'SANDBOX_REDIRECT_URL needs IDNGO_LINK_SECRET'],
  [{ SANDBOX_RECEIVER_TIMELINE_URL: 'http://app.test/' }, 'SANDBOX_RECEIVER_TIMELINE_URL must have {externalUserId}'],
  [{ IDNGO_APP_TOKEN: 'a-token' }, "the sandbox's app tokens must look like sbx:public.private"],
])('says in one sentence why it cannot start with %j', async (variables, sentence) => {
  const { exitCode, output } = await start(variables);
  expect(exitCode).toBe(1);
  expect(output.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
});

test('names the damaged file that it cannot start with, and leaves the folder free', async () => {
  const applicants = join(dataDir, 'applicants');
  mkdirSync(applicants, { recursive: true });
  writeFileSync(join(applicants, 'half.json'), '{"applicantId":"5f');
  const { exitCode, output } = await start({});
  rmSync(applicants, { recursive: true });
  expect(exitCode).toBe(1);
  expect(output.trim().split('\n')).toEqual([expect.stringMatching(/cannot read .*half\.json: delete it/)]);
  expect(existsSync(join(dataDir, 'lock'))).toBe(false);
});
