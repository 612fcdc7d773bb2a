import { type ElementGroup, element, paint, states, type } from './element';

const dot = [...paint, 'border', 'border-color', 'border-radius', 'box-shadow', 'width', 'height'] as const;

function byStep(part: string, properties: Parameters<typeof states>[1], of: (step: string) => string) {
  return states(part, properties, {
    rest: of('.step'),
    current: of('.step.active'),
    done: of('.step.success'),
    pending: of('.step.pending'),
    rejected: of('.step.reject'),
  });
}

export const stepElements: ElementGroup = {
  id: 'steps',
  elements: [
    element('steps', 'section.transparent.desktop', ['display', 'padding', 'margin']),
    ...byStep('step-dot', dot, step => `${step} .bullet`),
    ...states('step-core', ['background-color', 'border-radius', 'width', 'height'], {
      rest: '.step .bullet:before',
      current: '.step.active .bullet:before',
      pending: '.step.active.pending .bullet:before',
    }),
    element('step-icon', '.step .bullet .fa', ['color', 'font-size', 'display']),
    ...byStep('step-line', ['background-color', 'height', 'opacity'], step => `${step} .line`),
    ...states('step-title', [...type, 'display'], {
      rest: '.step .title',
      current: '.step.active .title',
      pending: '.step.active.pending .title',
    }),
  ],
};

export const narrowStepElements: ElementGroup = {
  id: 'narrow-steps',
  elements: [
    element('narrow-steps', '.steps-wizard-mobile', ['padding', 'text-align', 'background-color']),
    element('step-number', '.step-number.mobile', type),
    ...byStep('step-bar', ['background-color', 'height', 'border-radius'], step => `.steps.mobile ${step}`),
  ],
};

export const subStepElements: ElementGroup = {
  id: 'sub-steps',
  elements: states('sub-step', [...dot, 'opacity'], {
    rest: '.sub-steps .sub-step',
    current: '.sub-steps .sub-step.active',
    pending: '.sub-steps .sub-step.pending',
    rejected: '.sub-steps .sub-step.reject',
  }),
};
