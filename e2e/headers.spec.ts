import { expect, test } from './fixtures';

interface FeaturePolicy {
  allowedFeatures(): string[];
  getAllowlistForFeature(feature: string): string[];
}

test('the page keeps what the frame needs, for the frame alone, and denies itself the rest', async ({
  page,
  stack,
}) => {
  await page.goto('/');
  const allowed = await page.evaluate(() => {
    const { featurePolicy } = document as unknown as { featurePolicy: FeaturePolicy };
    return Object.fromEntries(
      featurePolicy.allowedFeatures().map(feature => [feature, featurePolicy.getAllowlistForFeature(feature)]),
    );
  });
  const origins = [stack.appUrl, stack.sandboxUrl];
  for (const feature of ['camera', 'microphone', 'geolocation', 'clipboard-write']) {
    expect(allowed[feature]?.toSorted()).toEqual(origins.toSorted());
  }
  for (const feature of ['payment', 'usb', 'midi', 'fullscreen', 'display-capture', 'publickey-credentials-get']) {
    expect(allowed).not.toHaveProperty(feature);
  }
});

test.describe('what is refused', () => {
  test.use({ expectedConsole: /Content Security Policy|TrustedTypePolicy|Trusted ?(HTML|Script|ScriptURL|Type)/ });

  for (const path of ['/', '/studio']) {
    test(`nothing may turn a text into script or into styles of the page itself, at ${path}`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('main')).toBeVisible();
      const outcomes = await page.evaluate(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        const attempts = [
          () => Object.assign(document.createElement('div'), { innerHTML: '<img src=x onerror=alert(1)>' }),
          () => Object.assign(document.createElement('script'), { src: '/assets/x.js' }),
          () => trustedTypes.createPolicy('mine', {}),
          () => {
            const style = Object.assign(document.createElement('style'), { textContent: 'body { opacity: 0 }' });
            document.head.append(style);
            if (style.sheet === null) throw new Error('The browser read no sheet');
          },
        ];
        return attempts.map(attempt => {
          try {
            attempt();
            return 'done';
          } catch (error) {
            return error instanceof Error ? 'refused' : 'odd';
          }
        });
      });
      expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
    });
  }
});
