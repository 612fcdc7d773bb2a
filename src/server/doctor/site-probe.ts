import * as v from 'valibot';
import { configurationSchema } from '#contract/configuration';
import type { Config } from '../config';
import { describeFailure } from './describe-failure';
import { readMetric } from './read-metric';
import { type Answer, readJson, request } from './request';

export interface Place {
  url: URL;
  /** The start page as it came from there; undefined where nothing answered. */
  page: Answer | undefined;
  /** Which frame the app there allows; undefined where no Portico answers. */
  frameOrigin: string | undefined;
  failure: string | undefined;
}

export interface Site {
  /** As people reach it. */
  public: Place;
  /** Where the app listens, past every proxy. */
  direct: Place;
  isPortico: boolean;
  /** Deliveries that the running app refused for their digest before this look; undefined where it does not say. */
  refusedDeliveries: number | undefined;
}

/** Looks at the app from both sides of whatever stands in front of it. */
export async function readSite(config: Config, timeoutMs: number): Promise<Site> {
  const [outside, inside] = await Promise.all([
    lookAt(new URL(config.publicUrl), timeoutMs),
    lookAt(toListenUrl(config), timeoutMs),
  ]);
  const refusedDeliveries = inside.frameOrigin
    ? await readMetric(config, inside.url, 'portico_deliveries_total', ['wrong', 'missing', 'algorithm-not-allowed'])
    : undefined;
  return { public: outside, direct: inside, isPortico: outside.frameOrigin !== undefined, refusedDeliveries };
}

async function lookAt(url: URL, timeoutMs: number): Promise<Place> {
  try {
    const page = await request(new URL('/', url), { timeoutMs, headers: { accept: 'text/html' } });
    const configuration = await request(new URL('/api/configuration', url), { timeoutMs });
    const parsed = v.safeParse(configurationSchema, readJson(configuration));
    const frameOrigin = parsed.success ? parsed.output.provider.origin : undefined;
    const failure = parsed.success ? undefined : `what answers there (${page.status}) is not Portico`;
    return { url, page, frameOrigin, failure };
  } catch (error) {
    return { url, page: undefined, frameOrigin: undefined, failure: describeFailure(error) };
  }
}

/** An address that listens everywhere is reached at home. */
function toListenUrl({ listen }: Config): URL {
  const host = listen.host === '0.0.0.0' || listen.host === '::' ? '127.0.0.1' : listen.host;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${listen.port}`);
}
