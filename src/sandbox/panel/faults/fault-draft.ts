import type { FaultCatalogueEntry, FaultParameter } from '../../control/fault-contract';

export type Times = 'once' | 'several' | 'until-cleared';
/** Whom it hits: everybody, the chosen person, or somebody by user id. */
export type Whom = 'everybody' | 'chosen' | 'named';

/** What is filled in to set a fault; `parameters` as they were typed. */
export interface FaultDraft {
  parameters: Readonly<Record<string, string>>;
  times: Times;
  count: string;
  whom: Whom;
  externalUserId: string;
  /** Of webhooks; empty: every type. */
  type: string;
  /** Of requests; empty: every path. */
  pathPrefix: string;
}

export const blankFaultDraft: FaultDraft = {
  parameters: {},
  times: 'once',
  count: '3',
  whom: 'everybody',
  externalUserId: '',
  type: '',
  pathPrefix: '',
};

/** Body of `POST faults`; the sandbox judges it. */
export function toNewFault(entry: FaultCatalogueEntry, draft: FaultDraft, chosenId: string | null): object {
  return {
    target: entry.target,
    fault: { name: entry.name, ...toParameters(entry.parameters, draft.parameters) },
    times: toTimes(draft),
    only: entry.target === 'receiver' ? toDeliveryScope(draft, chosenId) : written('pathPrefix', draft.pathPrefix),
  };
}

export function shownValue(parameter: FaultParameter, typed: Readonly<Record<string, string>>): string {
  return typed[parameter.name] ?? String(parameter.default ?? '');
}

function toParameters(parameters: readonly FaultParameter[], typed: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    parameters.map(parameter => [parameter.name, toValue(parameter, shownValue(parameter, typed))]),
  );
}

function toValue(parameter: FaultParameter, text: string): string | number | null {
  switch (parameter.kind) {
    case 'number':
      return text.trim() === '' ? null : Number(text);
    case 'text':
      return text;
    case 'choice':
      return parameter.options.find(({ value }) => String(value) === text)?.value ?? text;
  }
}

function toTimes({ times, count }: FaultDraft): number | null {
  switch (times) {
    case 'once':
      return 1;
    case 'several':
      return Number(count);
    case 'until-cleared':
      return null;
  }
}

function toDeliveryScope({ whom, externalUserId, type }: FaultDraft, chosenId: string | null) {
  return {
    ...(whom === 'chosen' && chosenId !== null ? { applicantId: chosenId } : {}),
    ...(whom === 'named' ? { externalUserId: externalUserId.trim() } : {}),
    ...written('type', type),
  };
}

function written(name: string, text: string): Record<string, string> {
  const trimmed = text.trim();
  return trimmed === '' ? {} : { [name]: trimmed };
}
