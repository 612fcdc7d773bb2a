import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { renderStudio } from '../testing/render-studio';
import { PictureError } from './picture-error';
import { PictureTab } from './picture-tab';
import type { WallPicture } from './wall-picture';

Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => undefined });

type Draw = (wall: WallPicture) => Promise<Blob>;

function open(...attempts: (Draw | 'unloaded')[]) {
  const load = async () => {
    const drawWall = attempts.shift();
    if (!drawWall || drawWall === 'unloaded') throw new TypeError('Failed to fetch dynamically imported module');
    return { drawWall };
  };
  const theme = createTheme('Aqsha');
  renderStudio(<PictureTab theme={theme} css="" fileName="aqsha.png" load={load} />, theme);
  return (name: string) => userEvent.click(screen.getByRole('button', { name }));
}

const whole: Draw = async () => new Blob(['png'], { type: 'image/png' });
const fail = (error: Error) => async () => Promise.reject(error);

test('a picture whose code does not load says that, and is drawn when it is tried again', async () => {
  const press = open('unloaded', whole);
  await press('Draw the picture');
  expect(await screen.findByText(/did not load. See whether you are connected/)).toBeDefined();
  await press('Try again');
  expect(await screen.findByRole('img', { name: /^The picture: \d+ screens$/ })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Save aqsha.png' })).toBeDefined();
  expect(screen.queryByText(/did not load/)).toBeNull();
});

test.each([
  ['a preview that does not open', new PictureError('A preview could not be opened'), /did not load/],
  ['a canvas that is too large', new Error('The picture is too large'), /may be larger than this browser can make it/],
])('%s is told by its own cause', async (_, error, said) => {
  const press = open(fail(error));
  await press('Draw the picture');
  expect(await screen.findByText(said)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('it says how far it is, and is ready as soon as it is stopped, whatever is still being drawn', async () => {
  let endScreen: () => void = () => undefined;
  const half = new Promise<void>(resolve => {
    endScreen = resolve;
  });
  const press = open(async ({ onProgress }) => {
    onProgress(3);
    await half;
    onProgress(4);
    return new Blob();
  });
  await press('Draw the picture');
  const bar = await screen.findByRole('progressbar', { name: 'Drawing the picture' });
  expect(bar.getAttribute('aria-valuenow')).toBe('3');
  expect(bar.textContent).toMatch(/^3 of \d+ screens/);
  await press('Stop');
  expect(screen.getByRole('button', { name: 'Draw the picture' })).toBeDefined();
  await act(async () => endScreen());
  expect(screen.getByRole('button', { name: 'Draw the picture' })).toBeDefined();
  expect(screen.queryByRole('progressbar')).toBeNull();
});
