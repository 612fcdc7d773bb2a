import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Menu, MenuAction, MenuGroup, MenuLink } from './menu';

function renderMenu(): { done: string[] } {
  const done: string[] = [];
  render(
    <>
      <Menu label="Fruit">
        <MenuLink href="?view=apples" isCurrent={false}>
          Apples
        </MenuLink>
        <MenuGroup label="Sour">
          <MenuAction onChoose={() => done.push('lemon')}>Lemon</MenuAction>
          <MenuAction onChoose={() => done.push('lime')}>Lime</MenuAction>
        </MenuGroup>
      </Menu>
      <button type="button">After</button>
    </>,
  );
  return { done };
}

const button = () => screen.getByRole('button', { name: 'Fruit' });
const focused = () => document.activeElement?.textContent;

test('opens with an arrow at its first or last item, and goes round', async () => {
  const user = userEvent.setup();
  renderMenu();
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Apples');
  expect(button().getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowUp}');
  expect(focused()).toBe('Lime');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('Lemon');
  await user.keyboard('{End}');
  expect(focused()).toBe('Lime');
  await user.keyboard('{Home}l');
  expect(focused()).toBe('Lemon');
  await user.keyboard('l');
  expect(focused()).toBe('Lime');
  await user.keyboard('{Escape}{ArrowUp}');
  expect(focused()).toBe('Lime');
});

test('returns the focus to its button on Escape and after a choice', async () => {
  const user = userEvent.setup();
  const { done } = renderMenu();
  await user.click(button());
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button());
  await user.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(done).toEqual(['lemon']);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button());
  await user.keyboard(' {End} ');
  expect(done).toEqual(['lemon', 'lime']);
});

test('follows a link', async () => {
  const user = userEvent.setup();
  renderMenu();
  await user.click(button());
  await user.click(screen.getByRole('menuitem', { name: 'Apples' }));
  expect(window.location.search).toBe('?view=apples');
});

test('closes when the focus leaves it and when something else is pressed', async () => {
  const user = userEvent.setup();
  renderMenu();
  await user.click(button());
  await user.tab();
  expect(screen.queryByRole('menu')).toBeNull();
  await user.click(button());
  await user.click(screen.getByRole('button', { name: 'After' }));
  expect(screen.queryByRole('menu')).toBeNull();
});
