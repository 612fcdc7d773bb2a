import * as v from 'valibot';

/**
 * `GET /panel/api/events` is a stream of server-sent events. Each `changed` says which kinds of things are no longer as
 * they were, and nothing of what or whose; `beat` says that the stream is alive. Whoever connects reads everything anew.
 */
export const panelEventsPath = '/panel/api/events';
export const changedEventName = 'changed';
export const beatEventName = 'beat';

export const panelEventKinds = [
  'applicants',
  'actions',
  'deliveries',
  'webhooks',
  'requests',
  'runs',
  'outbox',
  'faults',
  'clock',
] as const;
export type PanelEventKind = (typeof panelEventKinds)[number];

/** Data of `changed`. */
export const changedKindsSchema = v.array(v.picklist(panelEventKinds));
