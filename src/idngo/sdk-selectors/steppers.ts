import type { SelectorGroup } from './selector-group';

export const steppersSelectors: readonly SelectorGroup[] = [
  {
    area: 'stepper',
    what: 'Row of steps and the connector line between two of them',
    typicallySet: 'display, width, padding-top; line background-color, width, z-index, left',
    selectors: {
      '.steps': 3,
      '.step .line': 3,
      '.step.pending:last-child .line': 1,
      '.step.pending:nth-last-child(2) .line': 1,
      '.step:first-child .line': 1,
    },
  },
  {
    area: 'stepper',
    what: 'Step dot; inner dot is :before',
    typicallySet: 'background-color, border(-color), box-shadow, size, left/transform',
    selectors: {
      '.step .bullet': 3,
      '.step .bullet:before': 1,
      '.step:first-child .bullet': 1,
    },
  },
  {
    area: 'stepper',
    what: 'Step name under the dot',
    typicallySet: 'color, font-size 14px, weight, text-align',
    selectors: {
      '.step .title': 4,
      '.title': 3,
      '.step:first-child .title': 1,
    },
  },
  {
    area: 'stepper',
    what: 'Current step',
    typicallySet: 'background(-color), border-color, box-shadow: none, color',
    selectors: {
      '.step.active .bullet': 4,
      '.step.active .bullet:before': 4,
      '.step.active .line': 4,
      '.step.active .title': 4,
    },
  },
  {
    area: 'stepper',
    what: 'Submitted, waiting for review (stock: two-tone striped gradient, orange)',
    typicallySet: 'background-image: none, background-color, border-color',
    selectors: {
      '.step.pending .bullet': 4,
      '.step.pending .bullet:before': 1,
      '.step.pending .bullet .fa': 1,
      '.step.pending .line': 3,
      '.step.pending .title': 1,
      '.step.active.pending .bullet': 1,
      '.step.active.pending .bullet:before': 2,
    },
  },
  {
    area: 'stepper',
    what: 'Passed step',
    typicallySet: 'background-color, border-color; icon hidden',
    selectors: {
      '.step.success .bullet': 3,
      '.step.success .bullet .fa': 1,
      '.step.success .line': 3,
    },
  },
  {
    area: 'stepper',
    what: 'Failed step',
    typicallySet: 'background-color, border-color; icon hidden',
    selectors: {
      '.step.reject .bullet': 1,
      '.step.reject .bullet:before': 1,
      '.step.reject .bullet .fa': 1,
    },
  },
  {
    area: 'stepper-mobile',
    what: "Narrow layout: title, 'step n of m' and a segmented bar",
    typicallySet: 'font-size, color, weight, background-color, margin, display: none',
    selectors: {
      '.steps-wizard-mobile': 1,
      '.steps-wizard-mobile h2': 1,
      '.steps-wizard-mobile+*': 1,
      '.steps.mobile': 1,
      '.step-number.mobile': 1,
      '.steps.mobile .step.active': 2,
      '.steps.mobile .step.success': 1,
      '.steps.mobile .step.pending': 2,
    },
  },
  {
    area: 'sub-steps',
    what: 'Dots for pages inside one step (front/back, forms of a company)',
    typicallySet: 'width/height 10-12px, border, background, box-shadow, opacity, margin',
    selectors: {
      '.sub-steps': 1,
      '.sub-steps .sub-step': 4,
      '.sub-steps .sub-step.active': 3,
      '.sub-steps .sub-step.pending': 3,
      '.sub-steps .sub-step.reject': 1,
      '.sub-steps .sub-step .bullet': 1,
    },
  },
];
