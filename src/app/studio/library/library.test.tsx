import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { DeskContext } from '../desk/desk';
import { loadStudioTexts } from '../i18n/studio-texts';
import { StudioLanguageContext } from '../i18n/use-texts';
import { createStudio } from '../state/studio';
import { StudioContext } from '../state/use-studio';
import { aDesigner, createFakeDesk, createFakeStudioBackend } from '../testing/fake-desk';
import { ToastRegion } from '../ui/toast-region';
import { notices } from '../ui/toasts';
import { LibraryMenu } from './library-menu';
import { PublishButton } from './publish-button';

const t = await loadStudioTexts('en');
const language = { language: 'en', t, choose: async () => undefined } as const;
const aTheme = (name: string, accent?: string): Theme => ({ ...createTheme(name), light: accent ? { accent } : {} });

function open({ backend = createFakeStudioBackend(), theme = aTheme('Aqsha') } = {}) {
  const studio = createStudio(theme, () => 0);
  const fake = createFakeDesk(studio, { backend });
  render(
    <StudioLanguageContext value={language}>
      <StudioContext value={studio}>
        <DeskContext value={fake.desk}>
          <LibraryMenu />
          <PublishButton />
          <ToastRegion />
        </DeskContext>
      </StudioContext>
    </StudioLanguageContext>,
  );
  const choose = async (entry: string) => {
    await userEvent.click(screen.getByRole('button', { name: studio.readTheme().name }));
    await userEvent.click(await screen.findByRole('menuitem', { name: entry }));
  };
  const tint = (accent: string) =>
    studio.edit({ key: 'history.colour' }, before => ({ ...before, light: { ...before.light, accent } }));
  return { studio, ...fake, choose, tint };
}

const ready = (started: ReturnType<typeof open>) =>
  waitFor(() => expect(started.backend.calls).toContain('GET /api/studio'));

beforeEach(() => notices.clear());

test('the first save by the keys makes a draft, and the bar says so', async () => {
  const started = open();
  await ready(started);
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(await screen.findByText(/^Draft 1, saved /)).toBeDefined();
  started.tint('red');
  expect(await screen.findByText('Draft 1, not saved yet')).toBeDefined();
});

test('whoever has no rights is told who can save, and nothing is sent', async () => {
  const started = open({ backend: createFakeStudioBackend({ ...aDesigner, designer: null, levels: [] }) });
  await ready(started);
  await userEvent.keyboard('{Control>}s{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Saving and publishing are for designers' });
  expect(within(dialog).getByText(/npm run sign-in designer/)).toBeDefined();
  await userEvent.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByRole('dialog', { name: 'Saving and publishing are for designers' })).toBeDefined();
  expect(started.backend.calls).toEqual(['GET /api/studio']);
});

test('a draft is opened from the list, and one that was deleted comes back by the notice', async () => {
  const backend = createFakeStudioBackend();
  backend.add(aTheme('Steppe', 'gold'), 'bob');
  const started = open({ backend });
  await ready(started);
  await started.choose('Open a draft…');
  const list = await screen.findByRole('dialog', { name: 'Drafts' });
  await userEvent.click(await within(list).findByRole('button', { name: 'Delete Steppe' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await userEvent.click(await within(list).findByRole('button', { name: 'Open Steppe' }));
  await waitFor(() => expect(started.studio.readTheme().name).toBe('Steppe'));
  expect(started.keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { number: 1 } });
});

test('what was nowhere but in this browser is had back after a draft was opened over it', async () => {
  const backend = createFakeStudioBackend();
  backend.add(aTheme('Altai', 'gold'), 'bob');
  const started = open({ backend });
  await ready(started);
  started.tint('red');
  await started.choose('Open a draft…');
  await userEvent.click(await screen.findByRole('button', { name: 'Open Altai' }));
  const notice = (await screen.findByText('“Altai” is open')).closest('[role="alertdialog"]') as HTMLElement;
  await userEvent.click(within(notice).getByRole('button', { name: 'Undo' }));
  expect(started.studio.readTheme()).toEqual(aTheme('Aqsha', 'red'));
  expect(started.keeper.getSnapshot()).toEqual({ is: 'none' });
});

test('an empty list says what it is for, and saves what is on the bench', async () => {
  const started = open();
  await ready(started);
  await started.choose('Open a draft…');
  const list = await screen.findByRole('dialog', { name: 'Drafts' });
  await userEvent.click(await within(list).findByRole('button', { name: 'Save as a draft' }));
  await waitFor(() => expect(started.backend.drafts.size).toBe(1));
});

async function openStale(by = 'bob') {
  const started = open();
  await ready(started);
  await started.keeper.save();
  const [draft] = started.backend.drafts.values();
  if (!draft) throw new Error('The draft was not made');
  started.backend.save(draft, aTheme('Aqsha', 'gold'), by);
  started.tint('red');
  await userEvent.keyboard('{Control>}s{/Control}');
  return { ...started, draft };
}

test('what differs is shown before a choice, and what was here is one press away after it', async () => {
  const { studio } = await openStale();
  const choice = await screen.findByRole('alertdialog', { name: 'bob saved this draft meanwhile' });
  await userEvent.click(within(choice).getByText('1 difference'));
  expect(within(choice).getByRole('row', { name: 'light.accent gold red' })).toBeDefined();
  await userEvent.click(within(choice).getByRole('button', { name: 'Take the other' }));
  const said = await screen.findByText('The other version is open; yours is one step back');
  expect(studio.readTheme().light.accent).toBe('gold');
  const notice = said.closest('[role="alertdialog"]') as HTMLElement;
  await userEvent.click(within(notice).getByRole('button', { name: 'Undo' }));
  expect(studio.readTheme().light.accent).toBe('red');
});

test('one’s own save in another window is told as such', async () => {
  await openStale('ann');
  expect(await screen.findByRole('alertdialog', { name: 'This draft was saved in another window' })).toBeDefined();
});

test('a choice that could not be carried out says why, and can be made again', async () => {
  const { draft, backend } = await openStale();
  draft.deletedAt = '2026-11-26T10:00:00.000Z';
  await userEvent.click(await screen.findByRole('button', { name: 'Make mine the newest' }));
  const gone = await screen.findByRole('alertdialog', { name: 'This draft was deleted meanwhile' });
  backend.state.problem = 503;
  await userEvent.click(within(gone).getByRole('button', { name: 'Have it back, with mine as the newest' }));
  expect(await screen.findByText(/^That did not work/)).toBeDefined();
  backend.state.problem = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Changed elsewhere' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Have it back, with mine as the newest' }));
  expect(await screen.findByText('The draft is back, and yours is version 3')).toBeDefined();
});

test('a copy has what was changed a moment ago', async () => {
  const started = open();
  await ready(started);
  await started.keeper.save();
  started.tint('red');
  await started.choose('Duplicate');
  await waitFor(() => expect(started.studio.readTheme().name).toBe('Aqsha, copy'));
  expect(started.studio.readTheme().light.accent).toBe('red');
});

test('nobody is told to have no rights before the server said so', async () => {
  const backend = createFakeStudioBackend();
  backend.state.problem = 503;
  open({ backend });
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish' });
  expect(await within(dialog).findByText(/could not be asked/)).toBeDefined();
  backend.state.problem = undefined;
  await userEvent.click(within(dialog).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('dialog', { name: 'Publish “Aqsha”' })).toBeDefined();
});

test('a stale save opens the choice, and keeping both makes a draft of its own', async () => {
  const started = await openStale();
  const choice = await screen.findByRole('alertdialog', { name: 'bob saved this draft meanwhile' });
  await userEvent.click(within(choice).getByRole('button', { name: 'Keep both' }));
  await waitFor(() => expect(started.backend.drafts.size).toBe(2));
  expect(started.studio.readTheme().name).toBe('Aqsha, copy');
});

test('an earlier version is brought back from the list of versions', async () => {
  const started = open({ theme: aTheme('Aqsha', 'red') });
  await ready(started);
  await started.keeper.save();
  started.tint('teal');
  await started.keeper.save();
  await started.choose('Versions…');
  const list = await screen.findByRole('dialog', { name: 'Versions of draft 1' });
  await userEvent.click(await within(list).findByRole('button', { name: 'Bring version 1 back' }));
  await waitFor(() => expect(started.studio.readTheme().light.accent).toBe('red'));
});

test('a theme is renamed as one step, and never to nothing', async () => {
  const started = open();
  await ready(started);
  await started.choose('Rename…');
  const dialog = await screen.findByRole('dialog', { name: 'Rename…' });
  const field = within(dialog).getByRole('textbox', { name: 'Name of the theme' });
  await userEvent.clear(field);
  expect(within(dialog).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  await userEvent.type(field, '\u200b');
  expect(within(dialog).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  await userEvent.clear(field);
  await userEvent.type(field, ' Жібек {Enter}');
  expect(started.studio.readTheme().name).toBe('Жібек');
  started.studio.undo();
  expect(started.studio.readTheme().name).toBe('Aqsha');
});

test('publishing saves first, gives the theme to the level, and shows the address', async () => {
  const started = open();
  await ready(started);
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish “Aqsha”' });
  expect(within(dialog).getByText('Now they see: the theme of this installation')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  const address = await within(dialog).findByRole('textbox', { name: 'Address of the stylesheet' });
  expect(address).toHaveProperty('value', 'https://verify.example/themes/x/1.css');
  expect(started.backend.assignments).toMatchObject([{ levelName: 'basic-kyc-level', publicationId: 1 }]);
  expect(started.keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 1 } });
  expect(await within(dialog).findByText('At basic-kyc-level')).toBeDefined();
});

test('an earlier publication, or the installation’s own theme, is given back in one press', async () => {
  const started = open();
  await ready(started);
  await started.keeper.save();
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish “Aqsha”' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  const own = await within(dialog).findByRole('button', {
    name: 'Give the theme of this installation to basic-kyc-level',
  });
  expect(document.activeElement).toBe(within(dialog).getAllByRole('button', { name: 'Close' }).at(-1));
  await userEvent.click(own);
  await waitFor(() => expect(within(dialog).queryByText(/see it on the next page they open/)).toBeNull());
  await userEvent.click(
    await within(dialog).findByRole('button', { name: 'Give “Aqsha”, version 1, to basic-kyc-level' }),
  );
  await waitFor(() =>
    expect(started.backend.assignments.map(({ publicationId }) => publicationId)).toEqual([1, null, 1]),
  );
  const notice = (await screen.findByText('basic-kyc-level has “Aqsha” now')).closest('[role="alertdialog"]');
  await userEvent.click(within(notice as HTMLElement).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(started.backend.assignments.at(-1)?.publicationId).toBeNull());
});

test('what could not be published says why, and nothing is given to the level', async () => {
  const started = open();
  await ready(started);
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish “Aqsha”' });
  started.backend.state.problem = 503;
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  expect(await within(dialog).findByText(/^It could not be published/)).toBeDefined();
  expect(started.backend.assignments).toEqual([]);
});
