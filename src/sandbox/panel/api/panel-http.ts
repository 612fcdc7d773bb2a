import * as v from 'valibot';
import { type ErrorBody, errorBodySchema } from '#idngo/errors';

export interface PanelHttp {
  /** @throws PanelError */
  read<TSchema extends v.GenericSchema>(path: string, schema: TSchema): Promise<v.InferOutput<TSchema>>;
  /** @throws PanelError */
  send<TSchema extends v.GenericSchema>(command: Command, schema: TSchema): Promise<v.InferOutput<TSchema>>;
}

export interface Command {
  method?: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
}

/** The sandbox refused, answered something else than promised, or did not answer (`httpStatus` null). */
export class PanelError extends Error {
  readonly httpStatus: number | null;
  readonly answer: ErrorBody;

  constructor(httpStatus: number | null, answer: ErrorBody, options?: ErrorOptions) {
    super(answer.description ?? `The sandbox answered ${httpStatus} without saying why.`, options);
    this.httpStatus = httpStatus;
    this.answer = answer;
  }
}

export function toImageAddress(imageId: string): string {
  return `/panel/api/images/${encodeURIComponent(imageId)}`;
}

/** `applicants/{applicantId}/hold` of its parts. */
export function toPath(...segments: string[]): string {
  return segments.map(encodeURIComponent).join('/');
}

export function createPanelHttp(fetch: typeof globalThis.fetch): PanelHttp {
  async function call<TSchema extends v.GenericSchema>(path: string, schema: TSchema, init: RequestInit) {
    const response = await fetch(`/panel/api/${path}`, init).catch((cause: unknown) => {
      throw new PanelError(null, { description: 'The sandbox does not answer. Is it still running?' }, { cause });
    });
    if (!response.ok) throw new PanelError(response.status, await readErrorBody(response));
    const parsed = v.safeParse(schema, await response.json().catch(() => undefined));
    if (parsed.success) return parsed.output;
    const description = `The answer to ${path} is not what the panel expects: ${v.summarize(parsed.issues)}`;
    throw new PanelError(response.status, { description });
  }

  return {
    read: (path, schema) => call(path, schema, { headers: { accept: 'application/json' } }),
    send: ({ method = 'POST', path, body = {} }, schema) => {
      const headers = { accept: 'application/json', 'content-type': 'application/json' };
      return call(path, schema, { method, headers, body: JSON.stringify(body) });
    },
  };
}

async function readErrorBody(response: Response): Promise<ErrorBody> {
  const body: unknown = await response.json().catch(() => undefined);
  return v.is(errorBodySchema, body) ? v.parse(errorBodySchema, body) : {};
}
