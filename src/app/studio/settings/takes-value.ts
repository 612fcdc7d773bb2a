import { isDeclarationValue } from '#theming/declaration-value';

/** Whether a property takes a value; the browser is asked where it can say. */
export function takesValue(property: string, value: string): boolean {
  return isDeclarationValue(value) && (globalThis.CSS?.supports?.(property, value) ?? true);
}
