import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { at, run, scenario } from '../testing/builders';
import { fill, openPanel } from '../testing/open-panel';

describe('scenarios', () => {
  test('one in the address is open with its moves, and is played for the next new person', async () => {
    const user = userEvent.setup();
    const { sandbox } = openPanel({}, '/?scenario=held-overnight');
    const chosen = within(await screen.findByRole('region', { name: 'Title of held-overnight' }));
    expect(chosen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      'PersonThe person submits',
      'IDnGOApproves (GREEN)',
    ]);
    await user.click(chosen.getByRole('button', { name: 'Play' }));
    expect(await chosen.findByText('“Held overnight” is played for the next new person.')).toBeDefined();
    expect(sandbox.posted).toEqual([
      { path: 'scenarios/held-overnight/play', body: { next: true, person: 'themselves', pace: 'real' } },
    ]);
  });

  test('one is chosen in the menu with the keyboard, and the focus lands on it', async () => {
    const user = userEvent.setup();
    openPanel();
    const button = await screen.findByRole('button', { name: 'Scenario: by hand' });
    button.focus();
    await user.keyboard('{ArrowDown}{End}{Enter}');
    expect(window.location.search).toBe('?scenario=held-overnight');
    expect(await screen.findByRole('heading', { name: 'Title of held-overnight' })).toBe(document.activeElement);
  });

  test('one is played for the chosen person by the sandbox, in a hurry', async () => {
    const user = userEvent.setup();
    const { sandbox } = openPanel({}, '/?applicant=applicant-u-1&scenario=straight-through');
    await user.click(await screen.findByRole('radio', { name: 'u-1' }));
    await user.click(screen.getByRole('radio', { name: 'The sandbox' }));
    await user.click(screen.getByRole('checkbox', { name: /^In a hurry/ }));
    await screen.findByRole('option', { name: 'full-kyc-level' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'full-kyc-level');
    await user.click(screen.getByRole('button', { name: 'Play' }));
    await waitFor(() =>
      expect(sandbox.posted[0]?.body).toEqual({
        applicantId: 'applicant-u-1',
        person: 'sandbox',
        pace: 'fast',
        startOver: true,
        levelName: 'full-kyc-level',
      }),
    );
  });

  test('one is played for somebody by user id', async () => {
    const user = userEvent.setup();
    const { sandbox } = openPanel({}, '/?scenario=straight-through');
    await user.click(await screen.findByRole('radio', { name: 'Somebody else, by user id' }));
    await fill(user, screen.getByRole('textbox', { name: /^User id/ }), 'u-9');
    await user.click(screen.getByRole('checkbox', { name: /^Begin anew/ }));
    await user.click(screen.getByRole('button', { name: 'Play' }));
    await waitFor(() =>
      expect(sandbox.posted[0]?.body).toEqual({
        externalUserId: 'u-9',
        person: 'themselves',
        pace: 'real',
        startOver: false,
      }),
    );
  });

  test('one that nobody knows is said to be unknown', async () => {
    openPanel({}, '/?scenario=no-such');
    expect((await screen.findByRole('alert')).textContent).toBe('There is no scenario “no-such”. Choose one below.');
  });

  test('keeps a refusal beside the button that plays', async () => {
    openPanel(
      { refusal: { description: 'Level ‘x’ not found', code: 404, correlationId: 'c-4' } },
      '/?scenario=straight-through',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Play' }));
    expect((await screen.findByRole('alert')).closest('form')).not.toBeNull();
  });
});

describe('a scenario that is played', () => {
  test('shows for its person where it stands, and skips to what it waits for', async () => {
    const user = userEvent.setup();
    const { sandbox } = openPanel({ runs: [run()] }, '/?applicant=applicant-u-1');
    const shown = within(await screen.findByRole('region', { name: 'Scenario: Held overnight' }));
    expect(shown.getByRole('status').textContent).toMatch(/^Waits until 24 Nov \d\d:28:07 by the sandbox’s clock\.$/);
    expect(
      shown
        .getByText(/12 hours pass/)
        .closest('li')
        ?.getAttribute('aria-current'),
    ).toBe('step');
    expect(screen.getByRole('button', { name: 'Scenario: Held overnight' })).toBeDefined();
    await user.click(shown.getByRole('button', { name: /^Skip to 24 Nov/ }));
    await waitFor(() =>
      expect(sandbox.posted).toEqual([{ path: 'clock/advance', body: { seconds: expect.any(Number) } }]),
    );
    expect(Math.abs(sandbox.clock.offsetMs - 12 * 60 * 60 * 1_000)).toBeLessThan(60_000);
  });

  test('is stopped beside what it says, and from the menu', async () => {
    const user = userEvent.setup();
    const { sandbox } = openPanel({ runs: [run()] }, '/?applicant=applicant-u-1');
    await user.click(await screen.findByRole('button', { name: 'Stop Held overnight' }));
    await user.click(screen.getByRole('button', { name: 'Scenario: Held overnight' }));
    await user.click(screen.getByRole('menuitem', { name: 'Stop “Held overnight”' }));
    await waitFor(() =>
      expect(sandbox.posted.map(({ path }) => path)).toEqual(['scenario-runs/run-1/stop', 'scenario-runs/run-1/stop']),
    );
  });

  test('says why it failed', async () => {
    const state = { name: 'failed', words: 'Somebody else gave a verdict' } as const;
    openPanel({ runs: [run({ state })] }, '/?applicant=applicant-u-1');
    expect(await screen.findByText('Failed: Somebody else gave a verdict.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Stop/ })).toBeNull();
  });

  test('is listed with its person, above those that have ended', async () => {
    openPanel(
      {
        scenarios: [scenario('held-overnight')],
        runs: [run(), run({ runId: 'run-2', title: 'Rejected at once', state: { name: 'done' } })],
      },
      '/?view=scenarios',
    );
    const list = within(await screen.findByRole('region', { name: 'Played now' }));
    expect(list.getByRole('article', { name: 'Held overnight for u-1' }).textContent).toContain(`done`);
    expect(list.getByText('Played last')).toBeDefined();
    expect(list.getByText('Played to the end.')).toBeDefined();
    expect(list.getAllByText(/^done/)[0]?.querySelector('time')?.dateTime).toBe(at);
  });
});
