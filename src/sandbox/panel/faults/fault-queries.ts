import * as v from 'valibot';
import { type FaultCatalogueEntry, faultListSchema, type SetFault } from '../../control/fault-contract';
import { toPath } from '../api/panel-http';
import { useAction, useRead } from '../api/panel-queries';

export function useFaults() {
  return useRead('faults', 'faults', faultListSchema);
}

export function useRemoveFault() {
  return useAction((http, faultId: string) =>
    http.send({ method: 'DELETE', path: toPath('faults', faultId) }, v.unknown()),
  );
}

export function useClearFaults() {
  return useAction(http => http.send({ path: 'faults/clear' }, v.unknown()));
}

export function toFaultLabel({ fault }: SetFault, catalogue: readonly FaultCatalogueEntry[]): string {
  return catalogue.find(entry => entry.name === fault.name)?.label ?? fault.name;
}

/** `once more`, `3 times more`, `until it is cleared`. */
export function toWhatIsLeft({ left }: SetFault): string {
  if (left === null) return 'until it is cleared';
  if (left === 0) return 'used up; a request still hangs by it';
  return left === 1 ? 'once more' : `${left} times more`;
}

export const targets = [
  ['receiver', 'Webhooks to the app'],
  ['api', 'Answers to the app’s requests'],
] as const;
