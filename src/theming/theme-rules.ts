import type { Theme } from '#contract/theme';
import { type Declaration, media, rule } from './css-text';
import { isDeclarationValue } from './declaration-value';
import { hovered, pressed } from './elements/element';
import { fields, lines, wrongFields } from './elements/fields';
import { type CompiledColours, varOf } from './theme-root';

const narrow = '(max-width: 499.98px)';

/** Rules that follow from what a theme sets, repeating the stock's long selectors, since a shorter one would lose. */
export function compileRules(theme: Theme, colours: CompiledColours): string[] {
  return [
    ...canvasRules(theme),
    ...cardRules(theme),
    ...accentRules(theme, colours),
    ...controlRules(theme),
    ...shadowRules(theme),
    ...densityRules(theme),
    ...logoRules(theme),
  ];
}

function canvasRules({ fontFamily, card }: Theme): string[] {
  const declarations: Declaration[] = [];
  if (card === 'seamless') declarations.push(['background-color', 'var(--white-color)']);
  if (fontFamily !== undefined && isDeclarationValue(fontFamily)) declarations.push(['font-family', fontFamily]);
  return declarations.length === 0 ? [] : [rule('body', declarations)];
}

function cardRules({ card, cardRadius }: Theme): string[] {
  const radius: Declaration = ['border-radius', `${cardRadius}px`];
  return [
    ...(card === 'seamless'
      ? [
          rule('section.content', [
            ['padding', '4px 0 12px'],
            ['background-color', 'transparent'],
            ['box-shadow', 'none'],
          ]),
        ]
      : []),
    ...(cardRadius === undefined
      ? []
      : [
          rule(
            'section.content, .upload-item, .upload-item .drag-drop, .mobile-button, .identity-item, .applicant-step, .payment-method-data, a.payment-method-add, .error-message, .popup',
            [radius],
          ),
        ]),
  ];
}

function accentRules({ shadow }: Theme, { light, dark }: CompiledColours): string[] {
  if (!light.has('accent') && !dark.has('accent')) return [];
  const filled = (ground: 'accent' | 'accentHover' | 'accentPressed'): Declaration[] => [
    ['background-color', varOf(ground)],
    ['background-image', 'none'],
    ['color', varOf('onAccent')],
  ];
  const disabled: Declaration[] = [
    ['background-color', varOf('accentDisabled')],
    ['color', varOf('onAccentDisabled')],
  ];
  return [
    rule('button.submit', filled('accent')),
    rule(`button.submit${hovered}`, filled('accentHover')),
    rule(`button.submit${pressed}`, filled('accentPressed')),
    rule('button.submit.disabled, button.submit:disabled', disabled),
    rule('button.continue, button.blue, .identity-item-button:not(.white)', [
      ['background-color', varOf('accent')],
      ['color', varOf('onAccent')],
    ]),
    rule('button.continue:disabled, .identity-item-button.disabled:not(.white)', disabled),
    // By the class alone it would take !important: the stock rule is stronger.
    rule('#loader .round-icon, .content div .row:first-child .round-icon', filled('accent')),
    rule('.list li:hover, .list li.active, .dropdown-content ul li:hover', [['background-color', varOf('accentTint')]]),
    ...(shadow === undefined
      ? [
          rule('button.submit', [['box-shadow', `0 8px 20px 0 ${glow(30)}`]]),
          rule(`button.submit${hovered}`, [['box-shadow', `0 12px 24px 0 ${glow(40)}`]]),
          rule('button.submit.disabled, button.submit:disabled', [['box-shadow', 'none']]),
        ]
      : []),
  ];
}

function glow(percent: number): string {
  return `color-mix(in srgb, ${varOf('accent')} ${percent}%, transparent)`;
}

const buttons = 'button.submit, button.back, button.continue, button.blue, .identity-item-button';
const signs = '.success-icon, .invalid-icon';
/** Of a sign at the end of a field. */
const signHeight = 24;

function controlRules({ controlRadius, controlHeight }: Theme): string[] {
  return [
    ...(controlRadius === undefined ? [] : radiusRules(controlRadius)),
    ...(controlHeight === undefined
      ? []
      : [
          rule(buttons, [
            ['height', 'auto'],
            ['min-height', `${controlHeight}px`],
          ]),
          rule(lines, [['height', `${controlHeight}px`]]),
          rule(signs, [['inset-block-start', `${Math.max(0, (controlHeight - signHeight) / 2)}px`]]),
        ]),
  ];
}

/** A line below the text has no corners, so fields that have a radius have an outline. */
function radiusRules(radius: number): string[] {
  const inset = `${Math.min(20, Math.max(12, radius * 0.75))}px`;
  return [
    rule(buttons, [['border-radius', `${radius}px`]]),
    rule(fields, [
      ['border', '1px solid var(--portico-control-line, var(--extra-grey-color))'],
      ['border-radius', `${radius}px`],
    ]),
    rule(wrongFields, [['border-color', 'var(--dark-red-color)']]),
    rule('input, select, .input-field select, textarea, .country-selector .country', [['padding', `8px ${inset}`]]),
    rule('.select-placeholder', [['padding-inline', inset]]),
    rule('.phone-input .phone', [['padding-inline-start', inset]]),
    rule(signs, [['inset-inline-end', radius > 8 ? '10px' : '2px']]),
  ];
}

const raised = '.upload-item, .mobile-button, .identity-item, .applicant-step, .payment-method-data';

function shadowRules({ shadow, card }: Theme): string[] {
  if (shadow === undefined) return [];
  const cardShadow = (value: string) => (card === 'seamless' ? [] : [rule('section.content', [['box-shadow', value]])]);
  if (shadow === 'none') {
    return [
      rule(':root', [
        ['--section-shadow-color', 'transparent'],
        ['--bullet-shadow-color', 'transparent'],
      ]),
      ...cardShadow('none'),
      rule(raised, [
        ['border', '1px solid var(--extra-light-grey-color)'],
        ['box-shadow', 'none'],
      ]),
      rule(`button.submit, button.submit${hovered}, button.submit${pressed}, button.back${hovered}`, [
        ['box-shadow', 'none'],
        ['transform', 'none'],
      ]),
    ];
  }
  const [far, near, button] =
    shadow === 'soft'
      ? [
          '0 1px 2px rgb(0 0 0 / 6%), 0 6px 20px rgb(0 0 0 / 7%)',
          '0 1px 3px rgb(0 0 0 / 12%)',
          '0 1px 2px rgb(0 0 0 / 18%)',
        ]
      : [
          '0 2px 6px rgb(0 0 0 / 8%), 0 24px 60px rgb(0 0 0 / 18%)',
          '0 8px 24px rgb(0 0 0 / 16%)',
          '0 8px 20px rgb(0 0 0 / 26%)',
        ];
  return [
    ...cardShadow(far),
    rule(raised, [['box-shadow', near]]),
    rule('button.submit', [['box-shadow', button]]),
    rule(`button.submit${hovered}`, [
      ['box-shadow', button],
      ['transform', shadow === 'soft' ? 'none' : 'translateY(-1px)'],
    ]),
    rule('button.submit.disabled, button.submit:disabled', [['box-shadow', 'none']]),
  ];
}

const spaces = {
  airy: { card: '56px 56px 40px', narrowCard: '32px 20px 16px', row: 36, field: 36, buttons: 44 },
  regular: undefined,
  tight: { card: '28px 28px 16px', narrowCard: '16px 12px 4px', row: 16, field: 18, buttons: 20 },
};

function densityRules({ density, card }: Theme): string[] {
  const space = density && spaces[density];
  if (!space) return [];
  const rows: string[] = [
    rule('section .row', [['margin-bottom', `${space.row}px`]]),
    rule('.input-field', [['margin-bottom', `${space.field}px`]]),
  ];
  if (card === 'seamless') return rows;
  return [
    rule('section.content', [['padding', space.card]]),
    media(narrow, [rule('section.content', [['padding', space.narrowCard]])]),
    ...rows,
  ];
}

function logoRules({ logo }: Theme): string[] {
  if (logo?.kind === 'hidden') return [rule('.sumsub-logo', [['display', 'none']])];
  if (logo?.kind !== 'replaced') return [];
  return [
    rule('.sumsub-logo', [
      ['min-height', '32px'],
      ['background', 'var(--portico-logo) center / contain no-repeat'],
    ]),
    rule('.sumsub-logo svg', [['opacity', '0']]),
  ];
}
