import { box, type ElementGroup, type ElementProperty, element, paint, states, type } from './element';

/** What is filled in, and what is drawn around it where a field has parts. */
export const fields =
  'input, select, textarea, .country-selector .country, .input-field .phone-input, .welcome-input.phone-input, .line-form .line-form-item';
export const wrongFields =
  '.input:has(> .invalid-icon) input, .input:has(> .invalid-icon) select, .input:has(> .invalid-icon) textarea, .input-field .phone-input:has(> .invalid-icon)';
/** Fields as high as a line. */
export const lines = 'input, select, .country-selector .country';

const field: readonly ElementProperty[] = [
  ...['color', 'background-color', 'border', 'border-bottom', 'border-color', 'border-radius'],
  ...['box-shadow', 'outline', 'outline-offset', 'padding', 'opacity'],
] as const as readonly ElementProperty[];

export const fieldElements: ElementGroup = {
  id: 'fields',
  elements: [
    ...states('field', field, {
      rest: fields,
      focus:
        'input:focus, select:focus, textarea:focus, .country-selector .country:focus, .input-field .phone-input:focus-within',
      error: wrongFields,
      disabled: 'input:disabled, select:disabled, textarea:disabled',
    }),
    element('field-line', lines, ['height', 'font-size', 'font-weight']),
    element('textarea', 'textarea', ['height', 'padding', 'background-color', 'border', 'border-radius']),
    element('placeholder', 'input::placeholder, textarea::placeholder, .select-placeholder', ['color', 'opacity']),
    element(
      'label',
      '.input-field h3, .line-form > label, .input-field label > span:not(.required):not(.checkmark), .radio-group span:first-child:not(.checkmark):not(.required)',
      type,
    ),
    element('required', '.required', ['color', 'display']),
    element('hint', '.item-desc', ['color', 'font-size']),
    element('field-ok', '.success-icon', ['color', 'display']),
    element('field-wrong', '.invalid-icon', ['color', 'display']),
    element('code', '.confirm-code input', ['font-size', 'letter-spacing', 'text-align']),
    element('field-space', '.input-field', ['margin']),
    element('inline-action', '.line-form .line-form-item > span', type),
  ],
};

const mark = [...paint, 'border', 'border-color', 'border-radius', 'width', 'height'] as const;

export const choiceElements: ElementGroup = {
  id: 'choices',
  elements: [
    element('choice', '.radio-item, .checkbox', ['color', 'font-size', 'font-weight', 'padding']),
    ...states('radio', mark, {
      rest: '.radio-item .checkmark',
      checked: '.radio-item input:checked ~ .checkmark',
      disabled: '.radio-item input:disabled ~ .checkmark',
    }),
    ...states('radio-dot', ['background-color', 'border-radius'], {
      rest: '.radio-item .checkmark:after',
      disabled: '.radio-item input:disabled ~ .checkmark:after',
    }),
    ...states('checkbox', mark, {
      rest: '.checkbox .checkmark',
      checked: '.checkbox input:checked ~ .checkmark',
    }),
    element('checkbox-tick', '.checkbox .checkmark:after', ['border-color', 'border', 'width', 'height']),
  ],
};

export const pickerElements: ElementGroup = {
  id: 'pickers',
  elements: [
    element('country', '.country-selector .country', [...paint, ...box, 'height']),
    element('country-value', '.country-selector .current-value', ['color', 'font-size', 'font-weight']),
    element('flag', '.flag, .value-flag', ['color', 'background-color', 'border-radius', 'display']),
    element('chevron', '.country-selector .show-hide', ['color', 'display']),
    element('calling-code', '.calling-code', ['color', 'font-weight']),
    element('options', '.country-selector .list, .dropdown-content', [...paint, ...box]),
    ...states('option', ['color', 'background-color', 'border-radius', 'padding', 'font-weight'], {
      rest: '.list ul li, .dropdown-content ul li',
      hover: '.list ul li:hover, .dropdown-content ul li:hover',
      current: '.list ul li.active',
    }),
  ],
};
