import { expect, type Page, test } from './fixtures';
import { openPreview } from './frame-walk';

/** Themes are handed over as a host does it, after the stock rules and in a style element of their own. */
async function applyTheme(page: Page, customCssStr: string): Promise<void> {
  await page.evaluate(
    css => window.postMessage({ method: 'preview.applyLook', uiConf: { customCssStr: css } }),
    customCssStr,
  );
  await expect(page.locator('style[data-custom-css]')).toHaveCount(1);
}

/** Of the shape of the vendor's sample, which two integrators in five start from. */
const sample = `
:root { --black: rgb(10, 10, 10); --grey: rgb(245, 245, 245) }
p { color: var(--black); font-size: 15px; line-height: 21px }
section { margin: 44px auto }
input { color: var(--black); font-weight: 600; outline: none }
section.content { background-color: var(--grey); padding: 38px 38px 16px; box-shadow: none; border-radius: 12px }
button.submit, button.back { text-transform: capitalize; border-radius: 9px; height: 40px; padding: 0 30px; box-shadow: none !important; background-image: none !important; transform: none !important; transition: none }
button.submit { min-width: 132px; background-color: var(--black) }
.round-icon { background-color: var(--black) !important; background-image: none !important }
`;

test('a theme like the vendor’s sample has its whole effect', async ({ page, stack }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await openPreview(page, stack.sandboxUrl, 'company-data');
  await applyTheme(page, sample);
  const card = page.locator('section.content');
  await expect(card).toHaveCSS('background-color', 'rgb(245, 245, 245)');
  await expect(card).toHaveCSS('border-radius', '12px');
  await expect(card).toHaveCSS('padding', '38px 38px 16px');
  await expect(card).toHaveCSS('margin-top', '44px');
  await expect(page.locator('.markdown-instructions p')).toHaveCSS('color', 'rgb(10, 10, 10)');
  await expect(page.locator('.markdown-instructions p')).toHaveCSS('font-size', '15px');
  await expect(page.locator('.input-field input').first()).toHaveCSS('font-weight', '600');
  const submit = page.locator('button.submit');
  await expect(submit).toHaveCSS('background-color', 'rgb(10, 10, 10)');
  await expect(submit).toHaveCSS('background-image', 'none');
  await expect(submit).toHaveCSS('height', '40px');
  await expect(submit).toHaveCSS('min-width', '132px');
  await expect(submit).toHaveCSS('text-transform', 'capitalize');
  await submit.hover();
  await expect(submit).toHaveCSS('transform', 'none');
  await expect(submit).toHaveCSS('box-shadow', 'none');
  await openPreview(page, stack.sandboxUrl, 'pending');
  await applyTheme(page, sample);
  await expect(page.locator('.round-icon')).toHaveCSS('background-color', 'rgb(10, 10, 10)');
  await expect(page.locator('.round-icon')).toHaveCSS('background-image', 'none');
});

test('a dark theme that only turns the variables over turns the page over', async ({ page, stack }) => {
  await openPreview(page, stack.sandboxUrl, 'company-data');
  await applyTheme(
    page,
    ':root { --white-color: rgb(18, 18, 18); --primary-color: rgb(240, 240, 240); --success-color: rgb(190, 51, 255); --section-shadow-color: transparent }',
  );
  await expect(page.locator('section.content')).toHaveCSS('background-color', 'rgb(18, 18, 18)');
  await expect(page.locator('.markdown-instructions p')).toHaveCSS('color', 'rgb(240, 240, 240)');
  await expect(page.locator('.input-field input').first()).toHaveCSS('color', 'rgb(240, 240, 240)');
  await expect(page.locator('.markdown-instructions a')).toHaveCSS('color', 'rgb(190, 51, 255)');
});

test('a hover is overruled by the stock’s own chain of :not() and by nothing weaker', async ({ page, stack }) => {
  const hovered = async (selector: string) => {
    await openPreview(page, stack.sandboxUrl, 'company-data');
    await applyTheme(page, `${selector} { box-shadow: rgb(1, 2, 3) 0px 0px 0px 1px; transition: none }`);
    await page.locator('button.submit').hover();
    return page.locator('button.submit').evaluate(button => getComputedStyle(button).boxShadow);
  };
  const chain = ':hover:not(:disabled):not(.disabled):not(:active)';
  expect(await hovered(`button.submit${chain}`)).toContain('rgb(1, 2, 3)');
  expect(await hovered(`button[type=submit]${chain}`)).toContain('rgb(1, 2, 3)');
  expect(await hovered('button.submit:hover')).not.toContain('rgb(1, 2, 3)');
});

const singleWishes = [
  ['pending', '.sumsub-logo', 'display', 'none'],
  ['pending', '.transparent.desktop', 'display', 'none'],
  ['company-data', '.step.active .bullet:before', 'background-color', 'rgb(1, 2, 3)'],
  ['pending', '.step.pending .bullet', 'background-image', 'none'],
  ['company-data', '.step .title', 'font-size', '17px'],
  ['company-data', 'ul', 'column-count', '1'],
  ['company-data', 'h2', 'text-transform', 'lowercase'],
  ['company-data', '.input-field h3', 'font-size', '11px'],
  ['company-data', '.sub-steps .sub-step.active', 'background-color', 'rgb(1, 2, 3)'],
  ['company-data', 'select', 'border-bottom-color', 'rgb(1, 2, 3)'],
  ['payment', '.checkbox input:checked~.checkmark', 'background-color', 'rgb(1, 2, 3)'],
  ['company-people', '.payment-method-data', 'border-radius', '25px'],
  ['upload', '.upload-item', 'box-shadow', 'none'],
  ['upload', '.upload-item h4.requiredDoc:after', 'color', 'rgb(1, 2, 3)'],
  ['resubmit', '.applicant-requests .resend p a', 'color', 'rgb(1, 2, 3)'],
  ['resubmit', '.applicant-step .icon.yellow .ss-icon', 'color', 'rgb(1, 2, 3)'],
  ['pending', '.ident-step.process .bullet', 'color', 'rgb(1, 2, 3)'],
  ['loading', '#loader .round-icon', 'background-image', 'none'],
  ['approved', '.content div .row:first-child .round-icon', 'background-color', 'rgb(1, 2, 3)'],
] as const;

test('what integrators most often set on single parts is not overruled', async ({ page, stack }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  for (const [screen, selector, property, value] of singleWishes) {
    await openPreview(page, stack.sandboxUrl, screen);
    await applyTheme(page, `${selector} { ${property}: ${value}; }`);
    const [, elements = '', part] = /^(.*?)(:before|:after)?$/.exec(selector) ?? [];
    const styled = await page
      .locator(elements)
      .first()
      .evaluate((element, [name, of]) => getComputedStyle(element, of).getPropertyValue(name), [
        property,
        part ?? null,
      ] as const);
    expect(styled, `${selector} { ${property} }`).toBe(value);
  }
});
