import type { SelectorGroup } from './selector-group';

export const pageSelectors: readonly SelectorGroup[] = [
  {
    area: 'page',
    what: "Document root; carrier of the SDK's own colour variables and of authors' private variables",
    typicallySet: 'custom properties',
    selectors: {
      ':root': { own: 17, sample: 19, guessing: 2 },
    },
  },
  {
    area: 'page',
    what: 'Frame document. Background is the canvas behind the card; several authors make it transparent to blend with the host',
    typicallySet: 'background(-color), font-family, transition, direction',
    selectors: {
      html: { own: 2, guessing: 1 },
      body: { own: 8, guessing: 3 },
    },
  },
  {
    area: 'page',
    what: 'Body carrying the class passed in uiConf.customBodyClass (string or array)',
    typicallySet: 'scoping hook only',
    selectors: {
      'body.profileSumsub__sdkUi': 1,
    },
  },
  {
    area: 'page',
    what: 'Everything / scrollbars',
    typicallySet: 'font-family !important; scrollbar width, colours, radius',
    selectors: {
      '*': 3,
      '*::-webkit-scrollbar': 1,
      '*::-webkit-scrollbar-thumb': 1,
    },
  },
  {
    area: 'page',
    what: 'Bare text elements, used everywhere (titles are h1-h4 that often wrap a p because titles are markdown)',
    typicallySet:
      'color (often !important), font-size, line-height, weight, family, text-transform; ul column-count: 1 undoes a stock two-column list',
    selectors: {
      p: { own: 9, sample: 19, guessing: 1 },
      h1: 2,
      h2: 5,
      h3: 4,
      h4: 4,
      label: 1,
      strong: 1,
      a: 3,
      'a:hover': 2,
      'a:focus': 1,
      ul: 3,
      'ul li': 4,
      'ul li:before': 1,
      'ul strong': 1,
      'ul a': 1,
      'h4 p': 1,
    },
  },
  {
    area: 'page',
    what: 'Outermost wrapper in the frame; min-height drives the frame height',
    typicallySet: 'margin, min-height: auto/unset, background',
    selectors: {
      '.iframe2': 1,
      '.iframe2.min-height': 1,
      '.min-height': 1,
      '.content-wrapper': 1,
    },
  },
  {
    area: 'page',
    what: 'Every block of a screen (stepper block, content card, footer block)',
    typicallySet: 'margin 40px auto, background, border-radius, box-shadow: none, max-width 740px, padding',
    selectors: {
      section: { own: 9, sample: 19, guessing: 1 },
    },
  },
  {
    area: 'page',
    what: 'Section without card look that holds the desktop stepper',
    typicallySet: 'padding; display: none to hide the stepper',
    selectors: {
      'section.transparent': 1,
      '.transparent.desktop': 1,
    },
  },
  {
    area: 'page',
    what: 'The white card with the current step',
    typicallySet:
      'background(-color), color, padding 40px 40px 16px, border-radius 6/12/30px, box-shadow, margin, min-width 100vw',
    selectors: {
      'section.content': { own: 8, sample: 19 },
      '.content': 3,
    },
  },
  {
    area: 'page',
    what: 'A horizontal band inside the card; everything inside a step is a stack of .row',
    typicallySet: 'margin, text-align, display: none on unwanted rows',
    selectors: {
      'section .row': 2,
      '.row:not(.center)': 1,
      '.row.center p': 1,
      'section .row:first-child': 1,
      '.row:nth-child(2)>h3': 1,
      '.row:nth-child(3)>h3': 1,
      'div>.row:last-child': 1,
      'section .row li::marker': 1,
      '.content div .row:first-child': 1,
    },
  },
  {
    area: 'page',
    what: 'Utility/context classes: centred band, desktop-only, upper-cased title, description block, landing/pop-in screen, left-aligned flex',
    typicallySet: 'margin, text-transform, color, font-size',
    selectors: {
      '.center': 1,
      '.center p': 1,
      '.desktop': 1,
      '.uppercase': 2,
      '.desc h4': 1,
      '.desc p': 1,
      '.change a': 1,
      '.landing p': 1,
      '.landing h2': 1,
      '.justify-start[data-v-7b4fe70e]': 1,
    },
  },
  {
    area: 'page',
    what: 'Vendor mark under the card (inline svg, colour inherited)',
    typicallySet: 'display: none (most common), color/fill, background-image swap with svg opacity 0',
    selectors: {
      '.sumsub-logo': { own: 8, guessing: 1 },
      '.sumsub-logo svg': 1,
      '.sumsub-logo>svg': 1,
    },
  },
  {
    area: 'page',
    what: 'Unsupported browser message',
    typicallySet: 'margin',
    selectors: {
      '#not-supported-msg': 1,
    },
  },
  {
    area: 'loader',
    what: 'Boot loader, full overlay while switching screens, spinner box',
    typicallySet: 'background(-color) !important, height 100vh, margin-top, flex centring',
    selectors: {
      '#loader': 2,
      '#loader .round-icon': 1,
      '.loader-overlay': 3,
      '.loader-overlay .loader': 1,
      '.spinner-container': 3,
      '.overlay-container .spinner-container': 1,
    },
  },
  {
    area: 'loader',
    what: 'Round pictogram at the top of info screens and in the loader',
    typicallySet: 'background-color !important, background-image: none !important (stock is a gradient), margin',
    selectors: {
      '.round-icon': { own: 7, sample: 19 },
      '.content div .row:first-child .round-icon': 1,
    },
  },
];
