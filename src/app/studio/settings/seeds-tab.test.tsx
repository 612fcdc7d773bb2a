import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderStudio } from '../testing/render-studio';
import { SeedsTab } from './seeds-tab';

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input:not([type=range])' });

async function write(name: string, text: string) {
  await userEvent.click(field(name));
  await userEvent.paste(text);
}

test('a colour that is typed is one step, and what is no colour keeps the last good one', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await userEvent.type(field('Accent'), '#123!');
  expect(screen.getByText(/“#123!” is not a CSS colour/)).toBeDefined();
  expect(field('Accent').getAttribute('aria-invalid')).toBe('true');
  await userEvent.tab();
  expect(field('Accent').value).toBe('#123');
  expect(studio.readTheme().light.accent).toBe('#123');
  act(() => studio.undo());
  expect(studio.readTheme().light.accent).toBeUndefined();
  expect(field('Accent').value).toBe('');
});

test('what is no colour is said to be none on Enter and after leaving too, until it is mended', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await write('Accent', 'teal');
  await userEvent.clear(field('Accent'));
  await userEvent.type(field('Accent'), 'blurple{Enter}');
  expect(field('Accent').value).toBe('blurple');
  await userEvent.tab();
  expect(screen.getByText(/“blurple” is not a CSS colour/)).toBeDefined();
  expect(field('Accent').value).toBe('teal');
  expect(studio.readTheme().light.accent).toBe('teal');
  await userEvent.type(field('Accent'), '{Escape}');
  expect(screen.queryByText(/blurple/)).toBeNull();
});

test('a variable or a mixture is kept word for word', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await write('Accent', 'color-mix(in oklab, var(--brand) 80%, white)');
  await userEvent.tab();
  await write('Surface', 'var(--paper, #fff)');
  expect(studio.readTheme().light).toEqual({
    accent: 'color-mix(in oklab, var(--brand) 80%, white)',
    surface: 'var(--paper, #fff)',
  });
  expect(screen.queryByText(/is not a CSS colour/)).toBeNull();
  expect(screen.getByRole('button', { name: /^Accent, hover, color-mix\(in oklab, color-mix/ })).toBeDefined();
});

test('dark shows what it takes over from light, and a colour of its own can be given back', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await write('Accent', 'teal');
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(field('Accent').placeholder).toBe('As in light');
  expect(field('Text').placeholder).toBe('Provider’s');
  await write('Accent', 'aqua');
  expect(studio.readTheme()).toMatchObject({ light: { accent: 'teal' }, dark: { accent: 'aqua' } });
  await userEvent.click(screen.getByRole('button', { name: 'Accent: as in light' }));
  expect(studio.readTheme().dark).toEqual({});
});

test('shades follow from the accent until one is pinned', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  expect(screen.queryByRole('group', { name: 'Shades of the accent' })).toBeNull();
  await write('Accent', '#0e7c66');
  await userEvent.click(screen.getByRole('button', { name: /^Accent, hover/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Pin' }));
  const pinned = studio.readTheme().light.accentHover;
  expect(pinned).toMatch(/^#/);
  await userEvent.click(screen.getByRole('button', { name: 'Let it follow' }));
  expect(studio.readTheme().light.accentHover).toBeUndefined();
});

test('sliders of OKLCH change the colour, one drag a step', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await write('Accent', '#0e7c66');
  await userEvent.tab();
  await userEvent.click(screen.getByRole('button', { name: 'Accent: choose a colour' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Accent' }));
  act(() => dialog.getByRole('slider', { name: 'Hue' }).focus());
  await userEvent.keyboard('{ArrowRight}');
  expect(studio.readTheme().light.accent).toMatch(/^#(?!0e7c66)[\da-f]{6}$/);
  expect(studio.store.getState().history.steps.map(({ label }) => label.key)).toEqual([
    'history.opened',
    'history.colour.light',
    'history.colour.light',
  ]);
});

test('a shape is set, marked as set, and given back to the provider', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await userEvent.type(field('Radius'), '12{Enter}');
  await userEvent.click(screen.getByRole('radio', { name: 'Tight' }));
  expect(studio.readTheme()).toMatchObject({ controlRadius: 12, density: 'tight' });
  await userEvent.click(screen.getByRole('button', { name: 'Radius: as the provider' }));
  expect(studio.readTheme()).not.toHaveProperty('controlRadius');
});

test('a mark of one’s own is taken from a file, and a wrong file says why', async () => {
  const { studio, container } = renderStudio(<SeedsTab />);
  const mark = within(screen.getByRole('radiogroup', { name: 'Vendor mark' }));
  await userEvent.click(mark.getByRole('radio', { name: 'Own' }));
  const input = container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('nothing takes the file');
  await userEvent.upload(input, new File(['x'], 'mark.gif', { type: 'image/gif' }), { applyAccept: false });
  expect(await screen.findByText(/neither SVG nor PNG/)).toBeDefined();
  await userEvent.upload(input, new File(['<svg/>'], 'mark.svg', { type: 'image/svg+xml' }));
  expect(await screen.findByRole('button', { name: 'Choose another…' })).toBeDefined();
  expect(studio.readTheme().logo).toEqual({
    kind: 'replaced',
    image: `data:image/svg+xml;base64,${btoa('<svg/>')}`,
  });
});

test('a control that is asked for comes under the keys, in its scheme', () => {
  const { studio } = renderStudio(<SeedsTab />);
  act(() => studio.show({ tab: 'seeds', control: 'dark.danger' }));
  expect(screen.getByRole('radio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true');
  expect(document.activeElement?.closest('[data-control]')?.getAttribute('data-control')).toBe('dark.danger');
  act(() => studio.show({ tab: 'seeds', control: 'mutedText' }));
  expect(document.activeElement?.closest('[data-control]')?.getAttribute('data-control')).toBe('dark.mutedText');
});

test('a tab that is opened again does not jump to what was asked for before', async () => {
  function Opened() {
    const [time, setTime] = useState(1);
    return (
      <>
        <button type="button" onClick={() => setTime(time + 1)}>
          Again
        </button>
        <SeedsTab key={time} />
      </>
    );
  }
  const { studio } = renderStudio(<Opened />);
  act(() => studio.show({ tab: 'seeds', control: 'danger' }));
  expect(document.activeElement?.closest('[data-control]')?.getAttribute('data-control')).toBe('light.danger');
  await userEvent.click(screen.getByRole('button', { name: 'Again' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Again' }));
});

test('a look to begin with is one step, and keeps the name', async () => {
  const { studio } = renderStudio(<SeedsTab />);
  await userEvent.click(screen.getByRole('button', { name: 'Part of the page' }));
  expect(studio.readTheme()).toMatchObject({ name: 'Test', card: 'seamless' });
  act(() => studio.undo());
  expect(studio.readTheme().card).toBeUndefined();
});
