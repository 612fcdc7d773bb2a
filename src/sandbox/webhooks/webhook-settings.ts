import { join } from 'node:path';
import { type Environment, environments } from '#idngo/environment';
import type { DigestAlgorithm } from '#idngo/webhook-digest';
import type { BodyFormat, CustomHeader, WebhookSettingsPatch } from '../control/webhook-contract';
import { createJsonFiles } from '../json-files';

/** Where webhooks go unless the panel says otherwise. */
export interface WebhookTarget {
  url: string | null;
  /** Null: without digest headers. */
  secret: string | null;
  algorithm: DigestAlgorithm;
}

export interface WebhookSettings extends WebhookTarget {
  environment: Environment;
  bodyFormat: BodyFormat;
  resends: boolean;
  headers: CustomHeader[];
  state: { name: 'enabled' } | { name: 'disabled'; reason: 'by-hand' | 'failing'; since: number };
  givenUpInARow: number;
}

interface StoredSettings extends WebhookSettings {
  /** What it began with. */
  initial: WebhookTarget;
}

/** [S]: a webhook is disabled "after continuous failures"; the number is ours [?]. */
export const disabledAfter = 5;

export interface WebhookSettingsStore {
  list(): WebhookSettings[];
  read(environment: Environment): WebhookSettings;
  change(environment: Environment, patch: WebhookSettingsPatch): WebhookSettings;
  noteDelivered(environment: Environment): void;
  /** Counts; disables the webhook when it is one too many. */
  noteGivenUp(environment: Environment): void;
  /** Called whenever a webhook was disabled. */
  onDisabled(listener: (settings: WebhookSettings) => void): void;
}

const nowhere: WebhookTarget = { url: null, secret: null, algorithm: 'HMAC_SHA256_HEX' };

/** The webhook of each environment: nothing is shared between them, and production's has no address to begin with. */
export function createWebhookSettings({
  dataDir,
  initial,
  now,
  onChange = () => undefined,
}: {
  dataDir: string;
  initial: WebhookTarget;
  now: () => number;
  onChange?: () => void;
}): WebhookSettingsStore {
  const files = createJsonFiles<StoredSettings>(join(dataDir, 'webhook-settings'));
  const stored = files.readAll();
  const settings = new Map<Environment, StoredSettings>();
  for (const environment of environments) {
    const start = environment === 'sandbox' ? initial : nowhere;
    const found = stored.find(candidate => candidate.environment === environment);
    save(found ? follow(found, start) : begin(environment, start));
  }
  const listeners: ((settings: WebhookSettings) => void)[] = [];

  function save(changed: StoredSettings): StoredSettings {
    files.write(changed.environment, changed);
    settings.set(changed.environment, changed);
    onChange();
    return changed;
  }

  function read(environment: Environment): StoredSettings {
    const found = settings.get(environment);
    if (!found) throw new Error(`there are no webhook settings for ${environment}`);
    return found;
  }

  function disable(current: StoredSettings, reason: 'by-hand' | 'failing'): StoredSettings {
    const disabled = save({ ...current, state: { name: 'disabled', reason, since: now() } });
    for (const listener of listeners) listener(disabled);
    return disabled;
  }

  return {
    list: () => [...settings.values()],
    read,
    change(environment, { state, ...patch }) {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const changed = save({ ...read(environment), ...given });
      if (state === undefined || state === changed.state.name) return changed;
      if (state === 'disabled') return disable(changed, 'by-hand');
      return save({ ...changed, state: { name: 'enabled' }, givenUpInARow: 0 });
    },
    noteDelivered(environment) {
      const current = read(environment);
      if (current.givenUpInARow > 0) save({ ...current, givenUpInARow: 0 });
    },
    noteGivenUp(environment) {
      const current = read(environment);
      const counted = save({ ...current, givenUpInARow: current.givenUpInARow + 1 });
      if (counted.givenUpInARow >= disabledAfter && counted.state.name === 'enabled') disable(counted, 'failing');
    },
    onDisabled(listener) {
      listeners.push(listener);
    },
  };
}

function begin(environment: Environment, initial: WebhookTarget): StoredSettings {
  return {
    environment,
    ...initial,
    bodyFormat: 'pretty',
    resends: true,
    headers: [],
    state: { name: 'enabled' },
    givenUpInARow: 0,
    initial,
  };
}

/** What was set in the panel stays, except where the sandbox is started with something else than it was last time. */
function follow(found: StoredSettings, initial: WebhookTarget): StoredSettings {
  const keep = <K extends keyof WebhookTarget>(key: K): WebhookTarget[K] =>
    found.initial[key] === initial[key] ? found[key] : initial[key];
  return { ...found, url: keep('url'), secret: keep('secret'), algorithm: keep('algorithm'), initial };
}
