import { type Environment, environments } from '#idngo/environment';

/** What the middle of the page shows. */
export type Place =
  | { name: 'person' }
  | { name: 'scenarios'; scenario: string | null }
  | { name: 'faults'; fault: string | null }
  | { name: 'clock' }
  | { name: 'outbox' }
  | { name: 'settings'; environment: Environment }
  | { name: 'delivery'; deliveryId: string };

/** How the lists are narrowed: to the chosen person, to deliveries that failed, to requests that were refused. */
export const narrowings = ['person', 'failed', 'refused'] as const;
export type Narrowing = (typeof narrowings)[number];

/** What the page's address says: whoever has the link sees the same. */
export interface Address {
  applicantId: string | null;
  place: Place;
  only: readonly Narrowing[];
}

const views = ['scenarios', 'faults', 'clock', 'outbox', 'settings'] as const;

export function parseAddress(query: URLSearchParams): Address {
  const only = query.getAll('only');
  return {
    applicantId: query.get('applicant'),
    place: parsePlace(query),
    only: narrowings.filter(narrowing => only.includes(narrowing)),
  };
}

function parsePlace(query: URLSearchParams): Place {
  const [scenario, fault, deliveryId] = [query.get('scenario'), query.get('fault'), query.get('delivery')];
  if (deliveryId !== null) return { name: 'delivery', deliveryId };
  if (scenario !== null) return { name: 'scenarios', scenario };
  if (fault !== null) return { name: 'faults', fault };
  const name = views.find(view => view === query.get('view'));
  switch (name) {
    case undefined:
      return { name: 'person' };
    case 'scenarios':
      return { name, scenario };
    case 'faults':
      return { name, fault };
    case 'settings':
      return { name, environment: environments.find(each => each === query.get('environment')) ?? 'sandbox' };
    case 'clock':
    case 'outbox':
      return { name };
  }
}

/** `?applicant=…&view=outbox`; empty for the beginning. */
export function formatAddress({ applicantId, place, only }: Address): string {
  const query = new URLSearchParams([
    ...(applicantId === null ? [] : [['applicant', applicantId]]),
    ...formatPlace(place),
    ...narrowings.filter(narrowing => only.includes(narrowing)).map(narrowing => ['only', narrowing]),
  ]);
  return query.size === 0 ? '' : `?${query}`;
}

function formatPlace(place: Place): string[][] {
  switch (place.name) {
    case 'person':
      return [];
    case 'scenarios':
      return [place.scenario === null ? ['view', 'scenarios'] : ['scenario', place.scenario]];
    case 'faults':
      return [place.fault === null ? ['view', 'faults'] : ['fault', place.fault]];
    case 'settings':
      return [['view', 'settings'], ...(place.environment === 'sandbox' ? [] : [['environment', place.environment]])];
    case 'delivery':
      return [['delivery', place.deliveryId]];
    case 'clock':
    case 'outbox':
      return [['view', place.name]];
  }
}
