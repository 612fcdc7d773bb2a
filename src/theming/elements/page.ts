import { box, type ElementGroup, element, paint, states, type } from './element';

export const pageElements: ElementGroup = {
  id: 'page',
  elements: [
    element('page', 'body', [...paint, 'font-family', 'font-size', 'line-height']),
    element('card', 'section.content', [...paint, ...box, 'margin', 'max-width']),
    element('row', 'section .row', ['margin']),
    ...states('link', ['color', 'text-decoration'], { rest: 'a', hover: 'a:hover' }),
    element('accent-word', '.accent', ['color', 'font-weight']),
    element('list', '.markdown-instructions ul', ['column-count', 'padding']),
    element('list-mark', 'ul li:before', ['background-color', 'border-radius', 'width', 'height']),
    element('logo', '.sumsub-logo', ['display', 'color', 'margin', 'opacity']),
  ],
};

export const textElements: ElementGroup = {
  id: 'texts',
  elements: [
    element(
      'title',
      '.row h1, .row h2, .row h2.uppercase, .row h2 p, .landing h2, .steps-wizard-mobile h2, .row h4.center:first-child, .row h4.center:first-child p',
      type,
    ),
    element('subtitle', 'h3.subtitle, h4.subtitle, .subtitle p', type),
    element('heading', 'h3, h4', type),
    element('text', 'p', ['color', 'font-size', 'line-height']),
    element('instructions', '.markdown-instructions p, .markdown-instructions li', type),
    element('instructions-title', '.markdown-instructions h2', type),
    element('status-text', '.document-status .status-text', type),
  ],
};

export const loaderElements: ElementGroup = {
  id: 'loader',
  elements: [
    element('loader', '#loader', ['background-color', 'min-height']),
    element('overlay', '.loader-overlay', ['color', 'background-color']),
    element('spinner', '.spinner-container, .overlay-container .spinner-container', ['color', 'font-size']),
    // By the class alone it would take !important: the stock rule is stronger.
    element('round-icon', '#loader .round-icon, .content div .row:first-child .round-icon', [
      ...([...paint, 'border', 'border-radius', 'box-shadow'] as const),
      ...(['width', 'height', 'display'] as const),
    ]),
  ],
};
