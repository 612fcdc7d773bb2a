import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderStudio } from '../testing/render-studio';
import { useViewAddress } from './use-view-address';

function Address() {
  useViewAddress();
  return null;
}

afterEach(() => window.history.replaceState(null, '', '/'));

test('the way back leads from one screen to the wall, and from the wall to where it was opened', async () => {
  window.history.replaceState(null, '', '/studio?lang=kk');
  const { studio } = renderStudio(<Address />);
  const view = () => studio.store.getState().view;
  act(() => studio.look({ mode: 'wall' }));
  act(() => studio.look({ widths: [360, 768] }));
  act(() => studio.look({ mode: 'one', screen: 'welcome', widths: [360] }));
  act(() => studio.look({ screen: 'contact' }));
  expect(window.location.search).toBe('?lang=kk&screen=contact');

  act(() => window.history.back());
  await waitFor(() => expect(view()).toMatchObject({ mode: 'wall', widths: [360, 768] }));
  expect(window.location.search).toBe('?lang=kk&mode=wall&widths=360,768');
  act(() => window.history.back());
  await waitFor(() => expect(view()).toMatchObject({ mode: 'one', screen: 'upload', widths: [360] }));
  act(() => window.history.forward());
  await waitFor(() => expect(view().mode).toBe('wall'));
});
