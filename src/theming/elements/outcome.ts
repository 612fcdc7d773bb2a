import { box, type ElementGroup, element, hovered, paint, states, type } from './element';

const card = [...paint, ...box, 'margin'] as const;

export const statusElements: ElementGroup = {
  id: 'status',
  elements: [
    element('check', '.ident-step', ['padding', 'gap', 'font-weight']),
    ...states('check-mark', ['color', 'background-color', 'border-color', 'border-radius'], {
      pending: '.ident-step.process .bullet',
      done: '.ident-step.success .bullet',
    }),
    element('check-text', '.ident-step .subitem-text', ['color', 'font-size', 'font-weight']),
    element('request-card', '.applicant-step', card),
    ...states('request-icon', ['color'], { rest: '.applicant-step .icon', pending: '.applicant-step .icon.yellow' }),
    element('review', '.review-data', ['padding', 'border-bottom']),
    element('review-title', '.review-data h3', type),
    element('review-text', '.review-data p', type),
    element('review-edit', '.review-data .edit', ['color']),
  ],
};

export const errorElements: ElementGroup = {
  id: 'errors',
  elements: [
    element('error', '.error-message', card),
    element('warning', '.error-message.warn', ['color', 'background-color', 'border', 'border-color']),
    element('error-icon', '.error-message .message-icon .fa-icon', ['color', 'display']),
    element('error-title', '.error-message .message-title', type),
    element('error-text', '.error-message .message-content p', type),
    element('error-close', '.error-message .close-icon', ['color', 'background-color', 'display']),
    element('error-action', '.error-message .justify-start a', ['color', 'font-weight']),
    element('popup', '.error-message-popup .popup', card),
    element('popup-text', '.error-message-popup .message-content p', type),
  ],
};

export const companyElements: ElementGroup = {
  id: 'company',
  elements: [
    element('company-card', '.payment-method-data, .payment-method-fixed-data', card),
    element('company-title', '.payment-method-data h2', type),
    element('company-text', '.payment-method-data p, .payment-method-fixed-data p', type),
    ...states('company-add', [...card, 'min-height', 'font-weight', 'text-decoration'], {
      rest: 'a.payment-method-add',
      hover: 'a.payment-method-add:hover',
    }),
    element('company-add-icon', 'a.payment-method-add .icon', ['color', 'background-color', 'border-radius']),
    ...states('company-button', [...card, 'height'], {
      rest: '.beneficial-buttons button',
      hover: `.beneficial-buttons button${hovered}`,
    }),
    element('company-link', '.beneficial-buttons a', ['color', 'font-weight', 'text-decoration']),
    element('company-edit', '.payment-method-data a.edit', ['color']),
  ],
};
