import { expect, type Page, test } from './fixtures';

/** The access token below is nobody's: the frame says so, but has taken the host's look before. */
test.use({ expectedConsole: /401/ });

/** Kinds of faults found in stylesheets that integrators shipped; each spoils at most the rule that follows it. */
const rubbish = `@import url('https://fonts.example/face.css');
// the brand's colours
.spoilt-by-comment { color: red; }
:root { --success-color: rgb(1, 2, 3); --bgYellow: #ff0; }
body { backgroud: red; background-color: rgb(4, 5, 6); font-size 17px; }
.
.spoilt-by-stop { color: red; }
section.content { border-radius: 9px; }
}
.spoilt-by-brace { color: red; }
letter-spacing: 2px;
.spoilt-by-declaration { color: red; }
input-field, inputphone { color: red; }
.pad:has(.controls) > .row, ul li:nth-child(2)::marker, ::-webkit-calendar-picker-indicator { color: red; }
.sumsub-logo { background-image: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=); }
.sumsub-logo svg { background-image: url(https://host.example/logo.png); }
@media (max-width: 500px) { body.narrow-seen { outline: 1px solid rgb(7, 8, 9); } }
h4 { color: rgb(10, 11, 12)`;

async function launch(page: Page, sandboxUrl: string, uiConf: object, width = 400) {
  await page.route('https://fonts.example/face.css', route =>
    route.fulfill({ contentType: 'text/css', body: 'html { outline: 2px solid rgb(13, 14, 15) }' }),
  );
  await page.route('https://host.example/theme.css', route =>
    route.fulfill({ contentType: 'text/css', body: 'body { background-color: rgb(1, 1, 1); border-top: 3px solid }' }),
  );
  await page.route('https://host.example/logo.png', route => route.fulfill({ status: 404 }));
  await page.route(`${sandboxUrl}/host.html`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><iframe src="/websdk.html?_=id_1" width="${width}" height="600"></iframe><script>
        addEventListener('message', ({ data, source }) => {
          const { frameId, sessionId } = data;
          const answer = { frameId, sessionId, method: 'idCheck.init', accessToken: 'nobody', uiConf: ${JSON.stringify(uiConf)} };
          if (data.method === 'idCheck.onReady') source.postMessage(answer, '*');
        });
      </script>`,
    }),
  );
  await page.goto(`${sandboxUrl}/host.html`);
  return page.frameLocator('iframe');
}

test('a stylesheet full of faults has the effect that the browser gives it', async ({ page, stack }) => {
  const frame = await launch(page, stack.sandboxUrl, { customCssStr: rubbish, customBodyClass: 'narrow-seen' });
  const body = frame.locator('body');
  await expect(body).toHaveCSS('background-color', 'rgb(4, 5, 6)');
  await expect(body).toHaveCSS('outline-color', 'rgb(7, 8, 9)');
  await expect(frame.locator('html')).toHaveCSS('outline-color', 'rgb(13, 14, 15)');
  const style = frame.locator('head style').last();
  expect(await style.evaluate(element => element.textContent)).toBe(rubbish);
  const selectors = await style.evaluate(element =>
    [...((element as HTMLStyleElement).sheet?.cssRules ?? [])].map(rule =>
      rule instanceof CSSStyleRule ? rule.selectorText : rule.constructor.name,
    ),
  );
  expect(selectors).toEqual([
    'CSSImportRule',
    ':root',
    'body',
    'section.content',
    'input-field, inputphone',
    '.pad:has(.controls) > .row, ul li:nth-child(2)::marker, ::-webkit-calendar-picker-indicator',
    '.sumsub-logo',
    '.sumsub-logo svg',
    'CSSMediaRule',
    'h4',
  ]);
});

test('the text wins over the stylesheet by address, and both over the stock rules', async ({ page, stack }) => {
  const frame = await launch(page, stack.sandboxUrl, {
    customCss: 'https://host.example/theme.css',
    customCssStr: 'body { background-color: rgb(2, 2, 2) }',
    customBodyClass: ['one', 'two three'],
  });
  const body = frame.locator('body');
  await expect(body).toHaveCSS('background-color', 'rgb(2, 2, 2)');
  await expect(body).toHaveCSS('border-top-width', '3px');
  await expect(body).toHaveClass('one two three');
});

test('media queries in it mean the width of the frame', async ({ page, stack }) => {
  const css = '@media (max-width: 500px) { body { background-color: rgb(3, 3, 3) } }';
  const narrow = await launch(page, stack.sandboxUrl, { customCssStr: css }, 500);
  await expect(narrow.locator('body')).toHaveCSS('background-color', 'rgb(3, 3, 3)');
  await page.setViewportSize({ width: 900, height: 800 });
  await page.locator('iframe').evaluate(frame => frame.setAttribute('width', '501'));
  await expect(narrow.locator('body')).not.toHaveCSS('background-color', 'rgb(3, 3, 3)');
});
