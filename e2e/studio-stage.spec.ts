import { expect, test } from './fixtures';
import { openStudio } from './studio';

test.use({ viewport: { width: 1440, height: 900 } });

test('a change of the theme is in every preview at once, and nothing typed there is lost', async ({ page }) => {
  await openStudio(page, '/studio?mode=wall&groups=contact&lang=en');
  const frames = page.locator('.stage-frame[data-progress="shown"] iframe');
  await expect(frames).toHaveCount(5);
  await page.getByRole('button', { name: 'Pick', pressed: true }).click();
  const email = page.frameLocator('iframe[title="E-mail, 360"]').getByRole('textbox');
  await email.fill('aigerim@example.kz');

  const accent = page.locator('[data-control="light.accent"]').getByRole('textbox');
  await accent.fill('#123456');
  const colours = () =>
    frames.evaluateAll((all: HTMLIFrameElement[]) =>
      all.map(frame => {
        const button = frame.contentDocument?.querySelector('button.submit');
        return button && getComputedStyle(button).backgroundColor;
      }),
    );
  await expect.poll(colours).toEqual(Array(5).fill('rgb(18, 52, 86)'));
  await expect(email).toHaveValue('aigerim@example.kz');

  await page.getByRole('button', { name: /^Shown as/ }).click();
  await page.getByRole('dialog', { name: 'Shown as' }).getByRole('radio', { name: 'Dark' }).click();
  await expect(page.frameLocator('iframe').first().locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.frameLocator('iframe').first().getByRole('textbox')).toHaveValue('aigerim@example.kz');
});

test('an element that is picked shows its rules and leads to them', async ({ page }) => {
  await openStudio(page, '/studio?screen=contact&lang=en');
  await expect(page.locator('.stage-frame')).toHaveAttribute('data-progress', 'shown');
  const button = page.frameLocator('.stage-frame iframe').locator('button.submit');
  const box = await button.boundingBox();
  if (!box) throw new Error('The button is not shown');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const side = page.getByRole('tabpanel', { name: 'Element', exact: true });
  await expect(side.getByText('None applies')).toBeVisible();
  await side.getByRole('button', { name: 'Write a rule' }).click();
  await expect(page.getByRole('tab', { name: 'Rules', selected: true })).toBeVisible();
});
