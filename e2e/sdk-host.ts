import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Page } from '@playwright/test';
import { sandboxCredentials } from '#sandbox/credentials';

/** A call of the sandbox's API, signed as a client signs it. */
export async function callApi(
  sandboxUrl: string,
  method: string,
  path: string,
  content?: object | FormData,
): Promise<unknown> {
  const json = { 'Content-Type': 'application/json' };
  const given =
    content instanceof FormData
      ? new Response(content)
      : new Response(content && JSON.stringify(content), { headers: content ? json : {} });
  const body = Buffer.from(await given.arrayBuffer());
  const contentType = given.headers.get('Content-Type');
  const response = await fetch(`${sandboxUrl}${path}`, {
    method,
    headers: {
      Accept: 'application/json',
      ...sign(method, path, body),
      ...(contentType ? { 'Content-Type': contentType } : {}),
    },
    ...(content ? { body } : {}),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

function sign(method: string, path: string, body: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', sandboxCredentials.secretKey)
    .update(`${timestamp}${method}${path}`)
    .update(body);
  return {
    'X-App-Token': sandboxCredentials.appToken,
    'X-App-Access-Ts': timestamp,
    'X-App-Access-Sig': signature.digest('hex'),
  };
}

export async function mintToken(sandboxUrl: string, externalUserId: string, levelName: string): Promise<string> {
  const query = new URLSearchParams({ userId: externalUserId, levelName, ttlInSecs: '600' });
  const { token } = (await callApi(sandboxUrl, 'POST', `/resources/accessTokens?${query}`)) as { token: string };
  return token;
}

export interface SdkHost {
  frame: FrameLocator;
  /** Events so far, as the host hears them. */
  events(): Promise<{ type: string; payload: Record<string, unknown> }[]>;
}

/** A host's page with the published loader on it, and nothing else. */
export async function launchSdk(page: Page, sandboxUrl: string, token: string, conf: object = {}): Promise<SdkHost> {
  const loader = readFileSync(createRequire(import.meta.url).resolve('@sumsub/websdk/dist/index.js'), 'utf8');
  await page.route(`${sandboxUrl}/loader.js`, route => route.fulfill({ contentType: 'text/javascript', body: loader }));
  await page.route(`${sandboxUrl}/host.html`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title><div id="sdk"></div><script src="/loader.js"></script><script>
        window.heard = [];
        snsWebSdk.init(${JSON.stringify(token)}, async () => ${JSON.stringify(token)})
          .withConf(${JSON.stringify(conf)})
          .onMessage((type, payload) => window.heard.push({ type, payload }))
          .build().launch('#sdk');
      </script></html>`,
    }),
  );
  await page.goto(`${sandboxUrl}/host.html`);
  return {
    frame: page.frameLocator('iframe'),
    events: () => page.evaluate(() => (window as unknown as { heard: [] }).heard),
  };
}
