import { expect } from 'vitest';
import { makeJpeg } from './files/sample-files';
import type { CallContent, TestSandbox } from './open-test-sandbox';

/** Applicants in tests, as far along as a test needs them. All of it goes through the signed API. */
export interface PlayedApplicant {
  id: string;
  inspectionId: string;
}

export async function createApplicant(
  bench: TestSandbox,
  { levelName = 'basic-kyc-level', ...fields }: { levelName?: string } & Record<string, unknown> = {},
  content: Pick<CallContent, 'environment'> = {},
): Promise<PlayedApplicant> {
  const response = await bench.call('POST', `/resources/applicants?levelName=${levelName}`, {
    json: { externalUserId: 'u-1', ...fields },
    ...content,
  });
  expect(response.status).toBe(201);
  return (await response.json()) as PlayedApplicant;
}

/** Uploads a picture, different for each type, side and `seed`; answers the id of the image. */
export async function uploadDocument(
  bench: TestSandbox,
  applicantId: string,
  idDocType: string,
  { side, seed = '', country = 'KAZ' }: { side?: 'FRONT_SIDE' | 'BACK_SIDE'; seed?: string; country?: string } = {},
): Promise<string> {
  const metadata = { idDocType, country, ...(side ? { idDocSubType: side } : {}) };
  const response = await bench.upload(applicantId, metadata, makeJpeg(`${applicantId}${idDocType}${side}${seed}`));
  expect(response.status).toBe(200);
  return response.headers.get('X-Image-Id') ?? '';
}

/** Everything of `basic-kyc-level`, and the request for the check. */
export async function submitApplicant(bench: TestSandbox, applicantId: string, seed = ''): Promise<void> {
  await uploadDocument(bench, applicantId, 'PASSPORT', { seed });
  await uploadDocument(bench, applicantId, 'SELFIE', { seed });
  await commandApplicant(bench, applicantId, 'status/pending');
}

export async function commandApplicant(
  bench: TestSandbox,
  applicantId: string,
  command: string,
  json?: object,
): Promise<void> {
  const response = await bench.call('POST', `/resources/applicants/${applicantId}/${command}`, json ? { json } : {});
  expect(await response.json()).toEqual({ ok: 1 });
}

export async function approveApplicant(bench: TestSandbox, applicantId: string): Promise<void> {
  await commandApplicant(bench, applicantId, 'status/testCompleted', { reviewAnswer: 'GREEN', rejectLabels: [] });
}

/** Body of a GET of the signed API. */
export async function read<T = Record<string, unknown>>(
  bench: TestSandbox,
  path: string,
  content: CallContent = {},
): Promise<T> {
  const response = await bench.call('GET', path, content);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** Status and body of a refusal. */
export async function refusalOf(response: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const refused = await response;
  return { status: refused.status, ...((await refused.json()) as object) };
}
