import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aConfiguration } from '../testing/fake-backend';
import { renderApp } from '../testing/render-app';

const logo = { url: '/brand/0123456789abcdef.svg', height: 24 };

test('stands under the page’s own words where no brand is configured', async () => {
  await renderApp({});
  await screen.findByText('Identity check', { selector: '.product span' });
  expect(document.title).toBe('Start – Identity check');
});

test('stands under the operator’s name at once when it came with the page, and asks for nothing twice', async () => {
  const embedded = { ...aConfiguration, brand: { name: 'Aqsha Bank', logo: null } };
  const { backend } = await renderApp({ embedded });
  screen.getByText('Aqsha Bank');
  await waitFor(() => expect(document.title).toBe('Start – Aqsha Bank'));
  expect(backend.calls).not.toContain('GET /api/configuration');
});

test('shows a mark beside the name, and a wordmark in its place', async () => {
  const { backend } = await renderApp({ configuration: { brand: { name: 'Aqsha', logo: { ...logo, width: 24 } } } });
  await screen.findByText('Aqsha', { selector: '.product span' });
  expect(document.querySelector('.product img')?.getAttribute('alt')).toBe('');
  expect(backend.calls).toContain('GET /api/configuration');
});

test('reads a wordmark out by the name', async () => {
  await renderApp({ configuration: { brand: { name: 'Aqsha', logo: { ...logo, width: 96 } } } });
  expect((await screen.findByRole('img', { name: 'Aqsha' })).getAttribute('src')).toBe(logo.url);
  expect(screen.queryByText('Aqsha')).toBeNull();
});
