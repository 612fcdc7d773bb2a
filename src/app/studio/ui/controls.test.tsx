import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { loadStudioTexts } from '../i18n/studio-texts';
import { StudioLanguageContext } from '../i18n/use-texts';
import { Button } from './button';
import { Dialog } from './dialog';
import { IconButton } from './icon-button';
import { Menu } from './menu';
import { NumberField } from './number-field';
import { Select } from './select';
import { Slider } from './slider';
import { Switch } from './switch';
import { Tabs } from './tabs';
import { TextField } from './text-field';
import { ToastRegion } from './toast-region';
import { notices, notify } from './toasts';
import { ToggleGroup, ToggleSet } from './toggle-group';

const t = await loadStudioTexts('en');
const language = { language: 'en', t, choose: async () => undefined } as const;

const sizes = [
  { id: 'airy', label: 'Airy' },
  { id: 'tight', label: 'Tight' },
] as const;

test('one of a few is chosen by the keyboard', async () => {
  const onChange = vi.fn();
  render(<ToggleGroup label="Density" options={sizes} value="airy" onChange={onChange} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight} ');
  expect(onChange).toHaveBeenLastCalledWith('tight');
  expect(screen.getByRole('radiogroup', { name: 'Density' })).toBeDefined();
});

test('of any of a few one always stays', async () => {
  const onChange = vi.fn();
  const { rerender } = render(<ToggleSet label="Widths" options={sizes} value={['airy']} onChange={onChange} />);
  await userEvent.click(screen.getByRole('button', { name: 'Airy' }));
  expect(onChange.mock.lastCall?.[0] ?? ['airy']).toEqual(['airy']);
  await userEvent.click(screen.getByRole('button', { name: 'Tight' }));
  expect(onChange).toHaveBeenLastCalledWith(['airy', 'tight']);
  rerender(<ToggleSet label="Widths" options={sizes} value={['airy', 'tight']} onChange={onChange} />);
  await userEvent.click(screen.getByRole('button', { name: 'Airy' }));
  expect(onChange).toHaveBeenLastCalledWith(['tight']);
});

test('a select says what is chosen and takes another', async () => {
  const onChange = vi.fn();
  render(<Select label="Size" options={sizes} value="airy" onChange={onChange} />);
  await userEvent.click(screen.getByRole('button', { name: /Size/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Tight' }));
  expect(onChange).toHaveBeenCalledWith('tight');
});

test('a slider and its number move one value', async () => {
  const onChange = vi.fn();
  function Radius() {
    const [value, setValue] = useState(8);
    const change = (next: number) => {
      onChange(next);
      setValue(next);
    };
    return <Slider label="Radius" value={value} min={0} max={40} unit="px" onChange={change} />;
  }
  render(<Radius />);
  screen.getByRole('slider', { name: 'Radius' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onChange).toHaveBeenLastCalledWith(9);
  const number = screen.getByRole('textbox', { name: 'Radius' });
  await userEvent.clear(number);
  await userEvent.type(number, '24{Enter}');
  expect(onChange).toHaveBeenLastCalledWith(24);
  expect(screen.getByRole<HTMLInputElement>('slider').value).toBe('24');
});

test('an unset number is empty', () => {
  render(<NumberField label="Height" value={undefined} onChange={() => undefined} placeholder="48" />);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Height' }).value).toBe('');
});

test('a field says what is wrong with its value', () => {
  render(<TextField label="Accent" value="gren" onChange={() => undefined} error="Not a colour" />);
  const field = screen.getByRole('textbox', { name: 'Accent' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map(id => document.getElementById(id)?.textContent)).toContain('Not a colour');
});

test('a switch is switched by its words', async () => {
  const onChange = vi.fn();
  render(<Switch label="Pick" isOn={false} onChange={onChange} />);
  await userEvent.click(screen.getByText('Pick'));
  expect(onChange).toHaveBeenCalledWith(true);
});

test('tabs show one panel, and arrows alone select none', async () => {
  const onSelect = vi.fn();
  const tabs = [
    { id: 'seeds', label: 'Seeds', content: 'Colours' },
    { id: 'rules', label: 'Rules', mark: 3, content: 'CSS' },
  ] as const;
  render(<Tabs label="Settings" tabs={tabs} selected="seeds" onSelect={onSelect} />);
  expect(screen.getByRole('tabpanel').textContent).toBe('Colours');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(onSelect).not.toHaveBeenCalledWith('rules');
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith('rules');
});

test('a menu does, and lets choose', async () => {
  const onAction = vi.fn();
  const onChoose = vi.fn();
  const options = [
    { id: 'en', label: 'English' },
    { id: 'kk', label: 'Қазақша' },
  ];
  render(
    <Menu
      label="More"
      trigger={<IconButton icon="more" label="More" />}
      entries={[{ id: 'tour', label: 'Take the tour', onAction }]}
      choices={[{ title: 'Language', chosen: 'en', options, onChoose }]}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Take the tour' }));
  expect(onAction).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Қазақша' }));
  expect(onChoose).toHaveBeenCalledWith('kk');
});

test('a dialog is closed by its button and by Escape', async () => {
  const onClose = vi.fn();
  render(
    <StudioLanguageContext value={language}>
      <Dialog title="Export" isOpen onClose={onClose} actions={<Button>Copy</Button>}>
        Text
      </Dialog>
    </StudioLanguageContext>,
  );
  expect(screen.getByRole('dialog', { name: 'Export' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('a notice can be acted on, and goes with that', async () => {
  notices.clear();
  const onAction = vi.fn();
  render(
    <StudioLanguageContext value={language}>
      <ToastRegion />
    </StudioLanguageContext>,
  );
  notify({ text: 'Deleted.', action: { label: 'Undo', onAction } });
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onAction).toHaveBeenCalledOnce();
  expect(screen.queryByText('Deleted.')).toBeNull();
});
