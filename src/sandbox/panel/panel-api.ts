import * as v from 'valibot';
import { type ErrorBody, errorBodySchema } from '#idngo/errors';
import {
  type ApplicantDetail,
  type ApplicantSummary,
  applicantDetailSchema,
  applicantListSchema,
  type Delivery,
  deliveryListSchema,
  requestListSchema,
  type SignedRequest,
} from '../control/panel-contract';
import type { ReviewerCommand } from './verdict-draft';

const levelListSchema = v.object({ items: v.array(v.object({ levelName: v.string() })) });

export type ApplicantCommand =
  | ReviewerCommand
  | { action: 'deactivate' | 'activate' | 'delete'; body: Record<string, never> }
  | { action: 'level'; body: { levelName: string } };

export interface PanelApi {
  readApplicants(): Promise<ApplicantSummary[]>;
  readApplicant(applicantId: string): Promise<ApplicantDetail>;
  /** All deliveries where no applicant is named. */
  readDeliveries(applicantId: string | null): Promise<Delivery[]>;
  readRequests(): Promise<SignedRequest[]>;
  readLevelNames(): Promise<string[]>;
  changeApplicant(applicantId: string, command: ApplicantCommand): Promise<void>;
  sendDeliveryAgain(deliveryId: string): Promise<void>;
  expireAccessTokens(externalUserId: string): Promise<void>;
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

export function createPanelApi(fetch: typeof globalThis.fetch): PanelApi {
  async function call(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`/panel/api/${path}`, init).catch((cause: unknown) => {
      throw new PanelError(null, { description: 'The sandbox does not answer. Is it still running?' }, { cause });
    });
    if (!response.ok) throw new PanelError(response.status, await readErrorBody(response));
    return response;
  }

  async function read<TSchema extends v.GenericSchema>(path: string, schema: TSchema) {
    const response = await call(path, { headers: { accept: 'application/json' } });
    const parsed = v.safeParse(schema, await response.json().catch(() => undefined));
    if (parsed.success) return parsed.output;
    const description = `The answer to ${path} is not what the panel expects: ${v.summarize(parsed.issues)}`;
    throw new PanelError(response.status, { description });
  }

  async function send(path: string, body: object): Promise<void> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  return {
    readApplicants: async () => (await read('applicants', applicantListSchema)).items,
    readApplicant: applicantId => read(`applicants/${encodeURIComponent(applicantId)}`, applicantDetailSchema),
    readDeliveries: async applicantId => {
      const filter = applicantId === null ? '' : `?${new URLSearchParams({ applicantId })}`;
      return (await read(`deliveries${filter}`, deliveryListSchema)).items;
    },
    readRequests: async () => (await read('requests', requestListSchema)).items,
    readLevelNames: async () => (await read('levels', levelListSchema)).items.map(level => level.levelName),
    changeApplicant: (applicantId, { action, body }) =>
      send(`applicants/${encodeURIComponent(applicantId)}/${action}`, body),
    sendDeliveryAgain: deliveryId => send(`deliveries/${encodeURIComponent(deliveryId)}/send-again`, {}),
    expireAccessTokens: externalUserId => send('access-tokens/expire', { externalUserId }),
  };
}

async function readErrorBody(response: Response): Promise<ErrorBody> {
  const body: unknown = await response.json().catch(() => undefined);
  return v.is(errorBodySchema, body) ? v.parse(errorBodySchema, body) : {};
}
