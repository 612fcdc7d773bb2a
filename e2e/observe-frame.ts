import type { Page } from '@playwright/test';

/** How often a frame was launched, and where it stands on the page. */
export function observeFrame(page: Page) {
  const launches: string[] = [];
  page.on('request', request => {
    // Without an id it is the look at the device, which asks whether the frame can be had.
    if (request.url().includes('/websdk.html?_=')) launches.push(request.url());
  });
  return {
    launches,
    place: () =>
      page.locator('iframe').evaluate(frame => {
        const { left, top, width } = frame.getBoundingClientRect();
        return { left, top: top + window.scrollY, width };
      }),
  };
}
