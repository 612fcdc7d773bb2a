import '@fontsource-variable/golos-text/index.css';
import '../ui/base.css';
import './gallery.css';
import { createRoot } from 'react-dom/client';
import { readCellAddress } from './cell-address';
import { findState } from './find-state';
import { galleryNow } from './gallery-state';
import { stopClock } from './stopped-clock';

const element = document.getElementById('root');
if (!element) throw new Error('gallery.html has no #root');

const { pathname, search } = window.location;
const address = readCellAddress(pathname, search);
if (address) {
  const state = findState(address.name);
  // Before the app, and React with it, looks at the clock.
  const clock = stopClock(globalThis, galleryNow);
  const { showCell } = await import('./cell');
  if (state) await showCell(element, state, clock, address);
  document.documentElement.dataset.cell = state ? 'shown' : 'unknown';
} else {
  document.title = 'Gallery';
  const { GalleryPage } = await import('./gallery-page');
  createRoot(element).render(<GalleryPage />);
}
