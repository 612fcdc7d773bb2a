/** Where a control has its label: beside it, as in a list of settings, above it, or for screen readers only. */
export type LabelPlace = 'start' | 'top' | 'hidden';

export interface Labelled {
  label: string;
  labelAt?: LabelPlace;
}

export function fieldClass(control: string, labelAt: LabelPlace = 'top'): string {
  return `ui-field ui-field-${labelAt} ${control}`;
}
