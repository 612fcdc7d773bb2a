import { box, type ElementGroup, element, hovered, paint, states, type } from './element';

const card = [...paint, ...box, 'margin'] as const;

export const uploadElements: ElementGroup = {
  id: 'uploads',
  elements: [
    element('upload-card', '.upload-payment-item .upload-item', [...card, 'gap']),
    element('upload-title', '.upload-item h4', type),
    element('upload-required', '.upload-item h4.requiredDoc:after', ['color', 'display']),
    element('upload-text', '.upload-item p', type),
    ...states('drop-area', [...card, 'border-style', 'border-width', 'min-height', 'font-weight'], {
      rest: '.upload-item .drag-drop',
      hover: '.upload-item .drag-drop:hover',
    }),
    element('upload-icon', '.upload-item i.upload-icon', ['color', 'display']),
    element('upload-cancel', '.upload-item a.cancel', ['color', 'font-weight', 'text-decoration']),
  ],
};

export const documentElements: ElementGroup = {
  id: 'documents',
  elements: [
    element('document-card', '.identity-item', card),
    ...states('document-button', [...card, 'height'], {
      rest: 'button.identity-item-button:not(.white)',
      hover: `button.identity-item-button:not(.white)${hovered}`,
      disabled: '.identity-item-button.disabled:not(.white)',
    }),
    element('document-button-outlined', 'button.identity-item-button.white', [...card, 'height']),
    element(
      'document-label',
      '.identity-item-button',
      type.filter(name => name !== 'color'),
    ),
    ...states('document-text-button', ['color', 'background-color', 'font-size', 'font-weight', 'border-radius'], {
      rest: 'button.identity-item-text-button',
      hover: `button.identity-item-text-button${hovered}`,
      current: 'button.identity-item-text-button.isActive',
    }),
    element('examples', '.document-examples', ['gap', 'display']),
    element('example-text', '.img-guide', ['color', 'font-size']),
  ],
};

export const phoneElements: ElementGroup = {
  id: 'phone',
  elements: [
    ...states('phone-card', [...card, 'min-height', 'display'], {
      rest: '.mobile-button',
      hover: '.mobile-button:hover',
    }),
    element('phone-title', '.mobile-button h3', type),
    element('phone-text', '.mobile-button h4', type),
    element('phone-icon', '.mobile-button .fa-icon', ['color', 'width', 'height', 'display']),
    element('or', '.or h4', [...type, 'display']),
    ...states('tab', ['color', 'background-color', 'border-bottom', 'font-size', 'font-weight'], {
      rest: '.mobile-tabs .tab',
      current: '.mobile-tabs .tab.active',
    }),
  ],
};

export const cameraElements: ElementGroup = {
  id: 'camera',
  elements: [
    element('camera', '.overlay-container', ['color', 'background-color', 'border-radius']),
    element('crosshair', '.crosshair', ['border', 'border-color', 'border-radius']),
    element('camera-hint', '.primary-hint', type),
    element('tutorial-title', '.tutorial-title p', type),
  ],
};
