import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { startStack } from '#dev/stack';
import { expect, test } from './fixtures';
import { sdkFrame, startCheck } from './person';

/** Loader 2.2.1 leaves the path out on localhost and puts the generation's there everywhere else. */
const bases = [
  { host: 'localhost', path: '/websdk.html' },
  { host: '127.0.0.1', path: '/idensic/websdk.html' },
] as const;

for (const { host, path } of bases) {
  test(`the published loader drives the frame on ${host}`, async ({ browser }) => {
    const stack = await startStack({}, host);
    const page = await browser.newPage({ baseURL: stack.appUrl });
    const messages: string[] = [];
    await page.exposeFunction('hear', (method: string) => messages.push(method));
    await page.addInitScript(() => {
      window.addEventListener(
        'message',
        event => {
          (window as unknown as { hear: (method: string) => void }).hear(String(event.data?.method));
        },
        true,
      );
    });
    await startCheck(page);
    const source = new URL((await page.locator('iframe').getAttribute('src')) ?? '');
    expect(source.origin).toBe(stack.sandboxUrl);
    expect(source.pathname).toBe(path);
    expect(source.search).toMatch(/^\?_=id_\d+$/);
    expect(await page.locator('iframe').getAttribute('allow')).toContain('camera');
    await expect.poll(() => messages).toContain('idCheck.onInitialized');
    expect(messages.slice(0, 1)).toEqual(['idCheck.onReady']);
    await expect.poll(() => messages).toContain('idCheck.onResize');
    await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height ?? 0).toBeGreaterThan(300);
    await page.close();
    await stack.close();
  });
}

test('the default theme reaches the frame through uiConf.customCss', async ({ page }) => {
  const stylesheet = page.waitForResponse(response => /\/themes\/default\/[0-9a-f]{32}\.css$/.test(response.url()));
  const frame = await startCheck(page);
  expect((await stylesheet).status()).toBe(200);
  const button = frame.getByRole('button', { name: 'Continue', exact: true });
  await expect(button).toHaveCSS('background-color', 'rgb(39, 70, 166)');
  await expect(button).toHaveCSS('text-transform', 'none');
});

test('the access token is in no address, storage or cookie of the page', async ({ page, context }) => {
  const tokens: string[] = [];
  const addresses: string[] = [];
  page.on('request', request => addresses.push(request.url()));
  page.on('response', async response => {
    if (response.url().endsWith('/api/access-token')) tokens.push((await response.json()).token);
  });
  await startCheck(page);
  await expect.poll(() => tokens).toHaveLength(1);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  const everything = [...addresses, kept, JSON.stringify(await context.cookies())].join('\n');
  expect(everything).not.toContain(tokens[0]);
  expect(everything).not.toContain('_act-');
});

const ownScripts = [
  { kind: 'a module', file: 'index.esm.js', headers: { 'access-control-allow-origin': '*' } },
  { kind: 'a script that another site may run but not read', file: 'index.js', headers: {} },
] as const;

for (const { kind, file, headers } of ownScripts) {
  test(`IDnGO’s own loader, ${kind}, replaces the packaged one by configuration`, async ({ context }) => {
    const script = readFileSync(createRequire(import.meta.url).resolve(`@sumsub/websdk/dist/${file}`));
    const asked: string[] = [];
    const host = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'text/javascript', ...headers });
      response.end(script);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    const { port } = host.address() as AddressInfo;
    const stack = await startStack({ IDNGO_SDK_URL: `http://127.0.0.1:${port}/${file}` });
    const page = await context.newPage();
    await page.goto(stack.appUrl);
    await page.getByRole('button', { name: 'Start identity check' }).click();
    await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
    expect(asked).toEqual([`/${file}`]);
    await page.close();
    await stack.close();
    host.close();
  });
}
