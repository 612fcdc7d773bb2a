import { expectAccessible, expectReflow } from './axe';
import { expect, type Page, test } from './fixtures';
import { expectHeading, sdkFrame, sendEverything, takeSelfie, upload } from './person';
import { createReviewer } from './reviewer';

// The clock only goes forward, and nobody else should meet this file's faults.
test.use({ stackName: 'panel' });

const wide = { width: 1440, height: 900 };

async function openPanel(page: Page, address: string): Promise<Page> {
  const panel = await page.context().newPage();
  await panel.setViewportSize(wide);
  await panel.goto(address);
  return panel;
}

const person = (panel: Page) => panel.getByRole('navigation', { name: 'People' }).getByRole('link', { name: /^u-/ });
const deliveries = (panel: Page) => panel.getByRole('region', { name: 'Deliveries to the app' });

test('plays “two photos again” for the next person, beside the app', async ({ page, stack, files }) => {
  const panel = await openPanel(page, stack.sandboxUrl);
  await panel.getByRole('button', { name: 'Scenario: by hand' }).click();
  await panel.getByRole('menuitem', { name: 'Two photos again, then through' }).click();
  await expect(panel.getByRole('heading', { name: 'Two photos again, then through' })).toBeFocused();
  await panel.getByRole('radio', { name: 'The next new person' }).check();
  await panel.getByRole('button', { name: 'Play' }).click();
  await expect(panel.getByText('is played for the next new person')).toBeVisible();

  await sendEverything(page, files);
  const played = panel.getByRole('article', { name: /^Two photos again, then through for u-/ });
  await played.getByRole('button', { name: /^Skip to/ }).click();
  await expectHeading(page, 'We need 2 new photos');

  await played.getByRole('link').click();
  await expect(panel.getByText('Last verdict RED: LOW_QUALITY', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Take new photos' }).click();
  const frame = sdkFrame(page);
  await frame.getByRole('button', { name: 'Send again' }).click();
  await upload(frame, 'Front side', files.betterBack);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await takeSelfie(frame);
  await expectHeading(page, 'We have your documents');

  const ofPerson = panel.getByRole('region', { name: /^Scenario: Two photos again/ });
  await ofPerson.getByRole('button', { name: /^Skip to/ }).click();
  await expectHeading(page, 'You’re verified');
  await expect(panel.getByRole('region', { name: 'Read from the documents' })).toContainText('ID card');
  const receiver = panel.getByRole('region', { name: 'What the receiver made of it' });
  await expect(receiver.getByRole('listitem').first()).toContainText('basic-kyc-level is verified');
  await expect(panel.getByRole('button', { name: 'Scenario: by hand' })).toBeVisible();
});

test('a fault is met by one webhook, and the next attempt comes when the clock is moved', async ({
  page,
  stack,
  files,
}) => {
  await sendEverything(page, files);
  const panel = await openPanel(page, stack.sandboxUrl);
  await person(panel).first().click();
  await panel.getByRole('button', { name: 'Faults: none' }).click();
  await panel.getByRole('menuitem', { name: 'Wrong signature' }).click();
  await panel.getByRole('radio', { name: /^u-/ }).check();
  await panel.getByRole('button', { name: 'Set this fault' }).click();
  await expect(panel.getByRole('button', { name: 'Faults: 1 set' })).toBeVisible();
  await panel.getByRole('link', { name: 'Back to the person' }).click();

  await panel.getByRole('radio', { name: 'On hold' }).check();
  await panel.getByRole('button', { name: 'Decide and send webhook' }).click();
  const refused = deliveries(panel).getByRole('listitem').filter({ hasText: 'applicantOnHold' });
  await expect(refused).toContainText('fault: wrong-signature');
  await expect(refused).toContainText('401');
  await expect(panel.getByRole('button', { name: 'Faults: none' })).toBeVisible();
  await expectHeading(page, 'We have your documents');

  const clock = panel.getByRole('group', { name: 'The sandbox’s clock' });
  await clock.getByRole('button', { name: '+1 h' }).click();
  await expect(clock.getByRole('link')).toContainText('ahead');
  await expect(refused).toContainText('2 tries');
  await expectHeading(page, 'We are taking a closer look');

  await refused.getByRole('link', { name: 'applicantOnHold' }).click();
  await expect(panel.getByRole('region', { name: 'Attempts' }).getByRole('listitem')).toHaveCount(2);
  await panel.goBack();
  await expect(panel.getByRole('heading', { name: 'Verdict' })).toBeVisible();
});

test('the sandbox plays a person itself, and what IDnGO writes to them is in the outbox', async ({ page, stack }) => {
  const panel = await openPanel(page, `${stack.sandboxUrl}/?scenario=form-again`);
  await panel.getByRole('radio', { name: 'Somebody else, by user id' }).check();
  await panel.getByRole('textbox', { name: /^User id/ }).fill('u-written-to');
  await panel.getByRole('radio', { name: 'The sandbox' }).check();
  await panel.getByRole('combobox', { name: 'Language' }).selectOption('Russian');
  await panel.getByRole('checkbox', { name: /^In a hurry/ }).check();
  await panel.getByRole('button', { name: 'Play' }).click();
  await person(panel).filter({ hasText: 'u-written-to' }).click();
  await expect(panel.getByRole('heading', { name: 'u-written-to' }).locator('..')).toContainText('GREEN');

  await panel.getByRole('link', { name: 'Outbox' }).click();
  await panel.getByRole('main').getByRole('checkbox', { name: 'This person only' }).check();
  const mails = panel.getByRole('article');
  await expect(mails.first()).toContainText('Ваша личность подтверждена');
  await expect(mails.nth(1).getByRole('link', { name: 'Open the link in a new tab' })).toHaveAttribute('href', /^http/);
  await panel.reload();
  await expect(mails.first()).toContainText('Ваша личность подтверждена');
});

test('a whole decision needs nothing but the keyboard', async ({ page, stack, files }) => {
  await sendEverything(page, files);
  const panel = await openPanel(page, stack.sandboxUrl);
  const { keyboard } = panel;
  const tabTo = async (name: RegExp, role: 'link' | 'button' | 'radio' | 'textbox') => {
    const target = panel.getByRole(role, { name }).first();
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await target.evaluate(element => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(/^u-/, 'link');
  await keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Verdict' })).toBeVisible();
  await tabTo(/^Accept$/, 'radio');
  await keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'RED, may try again' })).toBeChecked();
  await tabTo(/^Comment the person may see about it/, 'textbox');
  await keyboard.type('The front is cut off.');
  await tabTo(/^UNSATISFACTORY_PHOTOS$/, 'button');
  await keyboard.press('Space');
  await tabTo(/^Decide and send webhook$/, 'button');
  await keyboard.press('Enter');
  await expectHeading(page, 'We need 1 new photo');
  await expect(page.getByRole('main')).toContainText('The front is cut off.');
  await expect(panel.getByText('Done. The webhook is among the deliveries.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Decide and send webhook' })).toBeFocused();
});

test.describe('with people, deliveries, mails and faults', () => {
  let ids: { applicant: string; delivery: string };

  test.beforeAll(async ({ stack }) => {
    const reviewer = createReviewer(stack.sandboxUrl);
    const play = { person: 'sandbox', pace: 'fast' };
    await reviewer.call('scenarios/form-again/play', { ...play, externalUserId: 'u-form' });
    await reviewer.call('scenarios/held-overnight/play', { ...play, pace: 'real', externalUserId: 'u-held' });
    await reviewer.call('scenarios/never-answers/play', { next: true, person: 'themselves' });
    const levelName = 'full-kyc-level';
    await reviewer.call('scenarios/straight-through/play', { ...play, externalUserId: 'u-full', levelName });
    await expect.poll(async () => (await reviewer.newest()).externalUserId, { timeout: 60_000 }).toBe('u-full');
    await expect.poll(async () => (await reviewer.newest()).review.reviewStatus, { timeout: 60_000 }).toBe('completed');
    const { applicantId } = await reviewer.newest();
    const [delivery] = await reviewer.deliveries(applicantId);
    ids = { applicant: applicantId, delivery: delivery?.deliveryId ?? '' };
    await reviewer.call('faults', { target: 'receiver', fault: { name: 'duplicate' }, times: null });
    await reviewer.call('faults', { target: 'api', fault: { name: 'cut' }, only: { pathPrefix: '/resources/never' } });
  });

  const views: readonly (readonly [name: string, search: () => string, heading: string | RegExp])[] = [
    ['the beginning', () => '', 'People'],
    ['a person', () => `?applicant=${ids.applicant}`, 'Verdict'],
    ['a delivery', () => `?delivery=${ids.delivery}`, 'Attempts'],
    ['scenarios', () => '?view=scenarios', 'Played now'],
    ['a scenario', () => `?applicant=${ids.applicant}&scenario=level-raised`, 'The level is raised'],
    ['faults', () => '?view=faults', 'Set now'],
    ['a fault', () => '?fault=error-code', 'Error code'],
    ['the clock', () => '?view=clock', 'Waits for its time'],
    ['the outbox', () => '?view=outbox', /identity has been verified/],
    ['settings', () => '?view=settings', 'Test webhook'],
    ['settings of production', () => '?view=settings&environment=production', 'Test webhook'],
  ];

  for (const [name, search, heading] of views) {
    test(`${name} passes axe in both colour schemes, and scrolls down only`, async ({ page, stack }) => {
      test.slow();
      await page.goto(`${stack.sandboxUrl}/${search()}`);
      await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
      await page
        .getByRole('main')
        .locator('details')
        .evaluateAll(all => {
          for (const each of all) each.setAttribute('open', '');
        });
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page);
      }
      for (const width of [320, 760, 1160]) await expectReflow(page, width);
    });
  }

  test('menus pass axe in both colour schemes, and stay on a narrow screen', async ({ page, stack }) => {
    await page.goto(stack.sandboxUrl);
    for (const name of [/^Scenario/, /^Faults/]) {
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 780 });
        await page.getByRole('button', { name }).click();
        await expectAccessible(page);
        const box = await page.getByRole('menu').boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('button', { name })).toBeFocused();
      }
    }
    await expectReflow(page);
  });
});
