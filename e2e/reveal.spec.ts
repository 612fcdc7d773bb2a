import { expect, test } from './fixtures';
import { expectHeading, sendEverything } from './person';
import { approve } from './reviewer';

test('a verified person sees their documents masked, in full when they ask, and masked again when they look elsewhere', async ({
  page,
  files,
  reviewer,
}) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');

  const documents = page.locator('.recognised');
  await documents.getByRole('button', { name: 'Show' }).click();
  await expect(documents).toContainText('••••••');
  const masked = await documents.innerText();

  const revealed = page.waitForResponse(response => response.url().endsWith('/documents/reveal'));
  await documents.getByRole('button', { name: 'Show in full' }).click();
  const response = await revealed;
  expect(response.headers()['cache-control']).toBe('no-store');
  await expect(documents).not.toContainText('••••••');
  await expect(page.getByRole('status').filter({ hasText: 'shown in full' })).toBeAttached();
  await expect(documents.getByRole('button', { name: 'Show less' })).toBeFocused();
  const { documents: values } = (await response.json()) as {
    documents: { fields: { name: string; value: string }[] }[];
  };
  const number = values.flatMap(({ fields }) => fields).find(({ name }) => name === 'number')?.value ?? '';
  expect(number.length).toBeGreaterThan(4);
  expect(masked).not.toContain(number);
  await expect(documents).toContainText(number);

  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(documents).not.toContainText(number);
  await expect(documents.getByRole('button', { name: 'Show' })).toBeFocused();
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  expect(kept).not.toContain(number);
});
