import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { compileTheme } from '#theming/compile-theme';
import { DeskContext } from '../desk/desk';
import { loadStudioTexts } from '../i18n/studio-texts';
import { StudioLanguageContext } from '../i18n/use-texts';
import { createStudio } from '../state/studio';
import { StudioContext } from '../state/use-studio';
import { aDesigner, createFakeDesk } from '../testing/fake-desk';
import { ToastRegion } from '../ui/toast-region';
import { notices } from '../ui/toasts';
import { ExportButton } from './export-button';
import { ImportButton } from './import-button';
import { ShareButton } from './share-button';
import { writeShareLink } from './share-link';

const theme: Theme = {
  ...createTheme('Aqsha Bank'),
  light: { accent: '#0e7490' },
  texts: { kk: { 'document.subTitles.IDENTITY': 'Құжат' } },
};

async function open(opened: Theme = theme) {
  const t = await loadStudioTexts('en');
  const studio = createStudio(opened, () => 0);
  const fake = createFakeDesk(studio);
  render(
    <StudioLanguageContext value={{ language: 'en', t, choose: async () => undefined }}>
      <StudioContext value={studio}>
        <DeskContext value={fake.desk}>
          <ImportButton />
          <ShareButton />
          <ExportButton />
          <ToastRegion />
        </DeskContext>
      </StudioContext>
    </StudioLanguageContext>,
  );
  return { studio, ...fake, user: userEvent.setup() };
}

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 404 }));
  window.location.hash = '';
  notices.clear();
  return () => vi.unstubAllGlobals();
});

async function press(user: ReturnType<typeof userEvent.setup>, name: string | RegExp) {
  await user.click(await screen.findByRole('button', { name }));
}

test('what is copied is what is shown, to the last character, in every format', async () => {
  const { user } = await open();
  await press(user, 'Export');
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map(tab => tab.textContent)).toEqual([
    ...['CSS file', 'String', 'Script', 'React', 'Theme', 'Design tokens', 'Picture'],
  ]);
  for (const tab of tabs.slice(0, -1)) {
    await user.click(tab);
    const shown = await screen.findByRole('region', { name: tab.textContent });
    await press(user, 'Copy');
    expect(await navigator.clipboard.readText()).toBe(shown.textContent);
    await screen.findByRole('button', { name: 'Copied' });
  }
});

test('the CSS that is shown is the compiler’s, and the theme’s JSON is the theme', async () => {
  const { user } = await open();
  await press(user, 'Export');
  expect((await screen.findByRole('region', { name: 'CSS file' })).textContent).toBe(compileTheme(theme));
  await user.click(screen.getByRole('tab', { name: 'Theme' }));
  expect(JSON.parse((await screen.findByRole('region', { name: 'Theme' })).textContent)).toEqual(theme);
});

const url = 'https://verify.example/themes/aqsha/5f3a.css';
const publication = {
  ...{ id: 1, name: 'Aqsha Bank', draftId: null, draftNumber: null, version: 1, url },
  ...{ publishedAt: '2026-11-26T10:00:00.000Z', publishedBy: 'ann' },
};
const published = { ...aDesigner, levels: [{ name: 'basic-kyc-level', isUsual: true, publication }] };

test.each([
  ['gives the address where this sheet is published', published, compileTheme(theme), /SDK gets the address/, true],
  ['holds the CSS where another is published', published, 'p { color: red }', /would have an address/, false],
  ['holds the CSS and says so where nobody knows what is published', undefined, '', /could not be read/, false],
])('a snippet %s', async (_case, answer, sheet, words, hasAddress) => {
  vi.stubGlobal('fetch', async (address: string) => {
    if (!answer) throw new TypeError('Failed to fetch');
    return address === '/api/studio' ? Response.json(answer) : new Response(sheet);
  });
  const { user } = await open();
  await press(user, 'Export');
  await user.click(await screen.findByRole('tab', { name: 'Script' }));
  expect(await screen.findByText(words)).toBeDefined();
  const snippet = (await screen.findByRole('region', { name: 'Script' })).textContent;
  expect([snippet.includes(url), snippet.includes('#0e7490')]).toEqual([hasAddress, !hasAddress]);
});

test('with nothing set there is nothing to take along, and it says how there would be', async () => {
  const { user } = await open(createTheme('New'));
  await press(user, 'Export');
  expect(await screen.findByText(/Nothing is set yet/)).toBeDefined();
});

test('pasted CSS is looked at first, and replaces the theme in one step that can be undone', async () => {
  const { studio, user } = await open();
  await press(user, 'Import');
  await user.click(await screen.findByRole('textbox', { name: 'Paste it here' }));
  await user.paste('h2 { color: red }\r\nbutton.submit {\r\n  color: white;\r\n}\r\n');
  await press(user, 'See what it becomes');
  expect(await screen.findByText('1 declaration becomes a setting')).toBeDefined();
  expect(screen.getByText('color: white').parentElement?.textContent).toBe('Line 3, column 3Main buttoncolor: white');
  expect(screen.getByTitle('Now')).toBeDefined();
  expect(screen.getByTitle('Afterwards')).toBeDefined();
  expect(studio.readTheme()).toBe(theme);

  await press(user, 'Replace this theme');
  expect(studio.readTheme()).toEqual({
    ...createTheme('Aqsha Bank'),
    elements: { submit: { color: 'white' } },
    rules: 'h2 { color: red }\r\n',
    texts: theme.texts,
  });
  studio.undo();
  expect(studio.readTheme()).toBe(theme);
});

test('everything can stay in the rules, to the last line end', async () => {
  const css = 'button.submit { color: white }\r\n// mine\r\n}';
  const { studio, user } = await open();
  await press(user, 'Import');
  await user.click(await screen.findByRole('textbox', { name: 'Paste it here' }));
  await user.paste(css);
  await press(user, 'See what it becomes');
  await press(user, 'Keep everything as rules');
  expect(studio.readTheme()).toEqual({ ...createTheme('Aqsha Bank'), rules: css, texts: theme.texts });
});

test('a file that cannot be a theme is refused with the place and the remedy, and another can be tried', async () => {
  const { studio, user } = await open();
  await press(user, 'Import');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no way to choose a file');
  const broken = '{\n  "version": 1,\n  "name": "x",\n  "light": { "accent": "no colour" }\n}';
  await user.upload(input, new File([broken], 'theme.json', { type: 'application/json' }));
  const fault = within(await screen.findByRole('listitem'));
  expect(fault.getByText('Line 4, column 14')).toBeDefined();
  expect(fault.getByText('light.accent')).toBeDefined();
  expect(fault.getByText(/not a CSS colour. Write it like/)).toBeDefined();
  expect(studio.readTheme()).toBe(theme);
  await press(user, 'Import something else');
  expect(await screen.findByRole('textbox', { name: 'Paste it here' })).toBeDefined();
});

test('a shared link shows its theme and asks, and the address forgets it', async () => {
  const shared: Theme = { ...createTheme('Shared'), cardRadius: 3 };
  window.location.hash = new URL(await writeShareLink(shared, 'https://a.test/')).hash;
  const { studio, user } = await open();
  expect(await screen.findByRole('heading', { name: 'A theme was shared with you' })).toBeDefined();
  expect(window.location.hash).toBe('');
  expect(studio.readTheme()).toBe(theme);
  await press(user, 'Replace this theme');
  await waitFor(() => expect(studio.readTheme()).toEqual(shared));
  studio.undo();
  expect(studio.readTheme()).toBe(theme);
});

async function openLink(shared: Theme) {
  window.location.hash = new URL(await writeShareLink(shared, 'https://a.test/')).hash;
  await screen.findByRole('heading', { name: 'A theme was shared with you' });
}

test('a shared theme opens beside the open draft, whose unsaved work is saved first, and there is a way back', async () => {
  const { studio, user, keeper, backend } = await open();
  await keeper.save();
  studio.edit({ key: 'history.colour' }, before => ({ ...before, cardRadius: 9 }));
  const shared: Theme = { ...createTheme('Shared'), cardRadius: 3 };
  await openLink(shared);
  expect(screen.getByText(/no draft keeps it until you save it. Draft 1, “Aqsha Bank”, stays/)).toBeDefined();
  await press(user, 'Open as its own theme');
  await waitFor(() => expect(studio.readTheme()).toEqual(shared));
  expect(keeper.getSnapshot()).toEqual({ is: 'none' });
  const kept = backend.drafts.get('draft-1')?.versions.map(version => version.theme);
  expect(kept).toEqual([theme, { ...theme, cardRadius: 9 }]);
  await press(user, 'Back to draft 1');
  await waitFor(() => expect(studio.readTheme()).toEqual({ ...theme, cardRadius: 9 }));
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { number: 1, version: 2 } });
});

test('a shared theme is not taken while the open draft cannot be saved, and the dialog says why', async () => {
  const { studio, user, keeper, backend } = await open();
  await keeper.save();
  studio.edit({ key: 'history.colour' }, before => ({ ...before, cardRadius: 9 }));
  backend.state.problem = 500;
  await openLink(createTheme('Shared'));
  await press(user, 'Open as its own theme');
  expect((await screen.findByRole('alert')).textContent).toMatch(/Draft 1 could not be saved: .* was not opened/);
  expect(studio.readTheme()).toEqual({ ...theme, cardRadius: 9 });
  backend.state.problem = undefined;
  await press(user, 'Open as its own theme');
  await waitFor(() => expect(studio.readTheme().name).toBe('Shared'));
});

test('a shared theme waits until it is settled what a colleague did to the open draft', async () => {
  const { studio, user, keeper, backend } = await open();
  await keeper.save();
  const draft = backend.drafts.get('draft-1');
  if (!draft) throw new Error('The draft was not made');
  backend.save(draft, createTheme('Theirs'), 'bob');
  studio.edit({ key: 'history.colour' }, before => ({ ...before, cardRadius: 9 }));
  await openLink(createTheme('Shared'));
  await press(user, 'Open as its own theme');
  expect(await screen.findByText(/was not opened: draft 1 was changed elsewhere/)).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'A theme was shared with you' })).toBeNull();
  expect(studio.readTheme()).toEqual({ ...theme, cardRadius: 9 });
});

test('a broken link says so and changes nothing', async () => {
  window.location.hash = '#theme=AAAA';
  const { studio, user } = await open();
  expect(await screen.findByText(/The link is broken/)).toBeDefined();
  await press(user, 'Cancel');
  await waitFor(() => expect(screen.queryByText(/The link is broken/)).toBeNull());
  expect(studio.readTheme()).toBe(theme);
});

test('the link to share is one that opens as this theme', async () => {
  const { user } = await open();
  await press(user, 'Share');
  await press(user, 'Copy');
  const link = await navigator.clipboard.readText();
  expect(link).toBe(await writeShareLink(theme, 'http://localhost:3000/'));
});

function drop(...dropped: (File | { folder: string })[]) {
  const files = dropped.map(item => ('folder' in item ? new File([], item.folder) : item));
  const items = dropped.map(item => ({ webkitGetAsEntry: () => ({ isDirectory: 'folder' in item }) }));
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files, items } });
  document.body.dispatchEvent(event);
  return event;
}

test('a browser that cannot pack a link says so, and what to do instead', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  const { user } = await open();
  await press(user, 'Share');
  expect(await screen.findByText(/Export it as a theme file instead/)).toBeDefined();
});

test('a file dropped anywhere is looked at', async () => {
  const { studio } = await open();
  const dropped = drop(new File([JSON.stringify(createTheme('Dropped'))], 'dropped.json'));
  expect(await screen.findByText(/“Dropped”, a theme of this studio/)).toBeDefined();
  expect(dropped.defaultPrevented).toBe(true);
  expect(studio.readTheme()).toBe(theme);
});

const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])], 'logo.png');
const css = new File(['p { color: red }'], 'mine.css');

test.each([
  ['a picture', [png], /“logo.png” is not text .* Choose a .css file, or a .json file/],
  [
    'a sheet in another encoding',
    [new File([new Uint8Array([0x2f, 0x2a, 0xf2, 0x2a, 0x2f])], 'old.css')],
    /“old.css” is not written in UTF-8.* Save it as UTF-8/,
  ],
  ['two files', [css, new File(['{}'], 'theme.json')], /Several files were dropped: mine.css, theme.json\./],
  ['five files', [css, css, css, css, css], /: mine.css, mine.css, mine.css…\. .*none was taken/],
  ['a folder', [{ folder: 'themes' }], /“themes” is a folder. Open it/],
  ['nothing that the browser passes on', [], /passed no file on/],
])('a drop of %s is refused by name, with the remedy', async (_, dropped, said) => {
  const { studio } = await open();
  drop(...dropped);
  expect(await screen.findByText(said)).toBeDefined();
  expect(screen.getByRole('heading', { name: 'This cannot be imported' })).toBeDefined();
  expect(studio.readTheme()).toBe(theme);
});
