import { beforeEach, describe, expect, test } from 'vitest';
import { aChangedVerification, aVerification } from '../testing/fake-backend';
import { createFakeNotices } from '../testing/fake-notices';
import { createTestLanguage } from '../testing/test-language';
import { createNews } from './news';
import { askForNotices, endNotices, readNoticeState } from './notice-desk';

let browser: ReturnType<typeof createFakeNotices>;
beforeEach(() => {
  browser = createFakeNotices();
});

async function openTab({ isVisible = false } = {}) {
  const notices = browser.openTab();
  const language = await createTestLanguage('ar');
  return { notices, news: createNews({ notices, language, isVisible: () => isVisible }) };
}

async function openAskedTab(page = {}) {
  const tab = await openTab(page);
  await askForNotices(tab.notices);
  tab.news.hear(aVerification({ status: 'in-review', revision: 1 }));
  return tab;
}

test('an answer in a hidden tab is told once for all tabs, without saying what it is', async () => {
  const tabs = [await openAskedTab(), await openAskedTab()];
  for (const { news } of tabs) news.hear(aVerification({ status: 'not-verified', revision: 2 }));
  expect(browser.shown()).toEqual([
    { title: 'هناك جديد بشأن التحقق من هويتك', tag: 'portico-2', lang: 'ar', dir: 'rtl' },
  ]);
});

test.each([
  ['the tab is in sight', { isVisible: true }, 'verified'],
  ['what changed is no answer', {}, 'on-hold'],
  ['nothing changed', {}, 'in-review'],
] as const)('nothing is told where %s', async (_, page, status) => {
  const { news } = await openAskedTab(page);
  news.hear(aVerification({ status, revision: 2 }));
  expect(browser.shown()).toEqual([]);
});

test('nothing is told to who did not ask, took it back, or lost the permission', async () => {
  const unasked = await openTab();
  unasked.news.hear(aVerification({ status: 'in-review' }));
  const ended = await openAskedTab();
  expect(endNotices(ended.notices)).toBe('offered');
  for (const { news } of [unasked, ended]) news.hear(aVerification({ status: 'verified', revision: 2 }));
  const lost = await openAskedTab();
  browser.decide('denied');
  lost.news.hear(aVerification({ status: 'verified', revision: 2 }));
  expect(browser.shown()).toEqual([]);
});

test('a late change is told as well, as news of its own', async () => {
  const { news } = await openAskedTab();
  news.hear(aVerification({ status: 'verified', revision: 2 }));
  news.hear(aChangedVerification({ revision: 3 }));
  expect(browser.shown().map(({ tag }) => tag)).toEqual(['portico-2', 'portico-3']);
});

describe('what a person is offered', () => {
  test('nothing where there are no notifications, or no storage that ends with the tab', () => {
    const { Notification, storage } = browser.openTab();
    expect(readNoticeState({ Notification: undefined, storage })).toBe('missing');
    expect(readNoticeState({ Notification, storage: undefined })).toBe('missing');
  });

  test('nothing where pages may not make one, as in Chrome on Android', () => {
    browser.forbidScripts();
    expect(readNoticeState(browser.openTab())).toBe('missing');
  });

  test('nothing is asked for before it is wanted, and no permission that was given lasts beyond the tab', async () => {
    const tab = browser.openTab();
    expect([readNoticeState(tab), browser.timesAsked()]).toEqual(['offered', 0]);
    expect([await askForNotices(tab), browser.timesAsked()]).toEqual(['on', 1]);
    expect(readNoticeState(browser.openTab())).toBe('offered');
  });

  test('the way to allow it where it is denied', async () => {
    browser.decide('denied');
    expect(readNoticeState(browser.openTab())).toBe('denied');
  });
});
