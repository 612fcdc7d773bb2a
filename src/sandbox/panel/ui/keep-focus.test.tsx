import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useRef, useState } from 'react';
import { expect, test } from 'vitest';
import { keepFocus } from './keep-focus';

function Basket() {
  const root = useRef<HTMLDivElement>(null);
  const [fruits, setFruits] = useState(['Apple', 'Pear']);
  useEffect(() => (root.current ? keepFocus(root.current) : undefined), []);
  return (
    <div ref={root}>
      <h1>Shop</h1>
      <section>
        <h2>Basket</h2>
        {fruits.map(fruit => (
          <p key={fruit}>
            <button type="button" onClick={() => setFruits(fruits.filter(other => other !== fruit))}>
              Remove {fruit}
            </button>
          </p>
        ))}
      </section>
      <button type="button" onClick={() => setFruits([])}>
        Empty
      </button>
    </div>
  );
}

test('takes the focus to the nearest heading when a button goes away with its thing', async () => {
  render(<Basket />);
  await userEvent.click(screen.getByRole('button', { name: 'Remove Apple' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Basket' })));
});

test('leaves the focus where it is when something else goes away', async () => {
  render(<Basket />);
  await userEvent.click(screen.getByRole('button', { name: 'Empty' }));
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Empty' }));
});
