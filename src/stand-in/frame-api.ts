import * as v from 'valibot';
import { type ErrorBody, errorBodySchema } from '#idngo/errors';
import type { AccessTokenSource } from './access-token';
import {
  type CodeChecked,
  type CodeSent,
  type ContactAddress,
  type ContactCode,
  codeCheckedSchema,
  codeSentSchema,
  type DocumentMetadata,
  type FrameApplicant,
  frameApplicantSchema,
  framePaths,
  type LinkAnswer,
  type LinkRequest,
  linkAnswerSchema,
  type StepAnswers,
  type UploadAnswer,
  uploadAnswerSchema,
} from './frame-contract';
import type { SendForm } from './send-form';

export type FrameApiFailure =
  | { kind: 'session-ended' }
  | { kind: 'offline' }
  | { kind: 'aborted' }
  | { kind: 'refused'; httpStatus: number; body: ErrorBody };

export class FrameApiError extends Error {
  readonly failure: FrameApiFailure;
  constructor(failure: FrameApiFailure, options?: ErrorOptions) {
    super(`The frame's server did not answer as hoped: ${failure.kind}`, options);
    this.failure = failure;
  }
}

export interface UploadOptions {
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

/** The calls of the frame's contract. Each throws only `FrameApiError`; a refused token is renewed and tried once more. */
export interface FrameApi {
  applicant(language: string): Promise<FrameApplicant>;
  upload(metadata: DocumentMetadata, file: File, options: UploadOptions): Promise<UploadAnswer>;
  giveAnswers(answers: StepAnswers): Promise<FrameApplicant>;
  image(imageId: string): Promise<Blob>;
  sendCode(contact: ContactAddress): Promise<CodeSent>;
  confirmCode(code: ContactCode): Promise<CodeChecked>;
  createLink(request: LinkRequest): Promise<LinkAnswer>;
  submit(): Promise<FrameApplicant>;
}

export interface FrameApiDependencies {
  fetch: typeof fetch;
  sendForm: SendForm;
  tokens: AccessTokenSource;
}

interface Answer<Body = string> {
  httpStatus: number;
  body: Body;
}

export function createFrameApi({ fetch, sendForm, tokens }: FrameApiDependencies): FrameApi {
  async function sendWithToken<Body>(send: (token: string) => Promise<Answer<Body>>): Promise<Answer<Body>> {
    const firstToken = tokens.current();
    let answer = await send(firstToken);
    if (answer.httpStatus === 401) {
      const token = await tokens.renew(firstToken);
      if (token !== null) answer = await send(token);
      if (answer.httpStatus === 401) throw new FrameApiError({ kind: 'session-ended' });
    }
    return answer;
  }
  async function call<TSchema extends v.GenericSchema>(schema: TSchema, send: (token: string) => Promise<Answer>) {
    return readAnswer(schema, await sendWithToken(send));
  }
  async function request<Body>(path: string, init: RequestInit, read: (response: Response) => Promise<Body>) {
    try {
      const response = await fetch(path, { ...init, cache: 'no-store' });
      return { httpStatus: response.status, body: await read(response) };
    } catch (cause) {
      throw new FrameApiError({ kind: 'offline' }, { cause });
    }
  }
  const get = (path: string) => (token: string) =>
    request(path, { headers: { Authorization: `Bearer ${token}` } }, response => response.text());
  const post = (path: string, json?: object) => (token: string) => {
    const headers = { Authorization: `Bearer ${token}`, ...(json ? { 'Content-Type': 'application/json' } : {}) };
    const body = json ? { body: JSON.stringify(json) } : {};
    return request(path, { method: 'POST', headers, ...body }, response => response.text());
  };
  return {
    applicant: language =>
      call(frameApplicantSchema, get(`${framePaths.applicant}?lang=${encodeURIComponent(language)}`)),
    giveAnswers: answers => call(frameApplicantSchema, post(framePaths.answers, answers)),
    async image(imageId) {
      const path = `${framePaths.images}/${encodeURIComponent(imageId)}`;
      const answer = await sendWithToken(token =>
        request(path, { headers: { Authorization: `Bearer ${token}` } }, response => response.blob()),
      );
      if (answer.httpStatus === 200) return answer.body;
      throw new FrameApiError({ kind: 'refused', httpStatus: answer.httpStatus, body: {} });
    },
    sendCode: contact => call(codeSentSchema, post(framePaths.contacts, contact)),
    confirmCode: code => call(codeCheckedSchema, post(framePaths.confirmContact, code)),
    createLink: asked => call(linkAnswerSchema, post(framePaths.links, asked)),
    submit: () => call(frameApplicantSchema, post(framePaths.submit)),
    upload(metadata, file, { onProgress, signal }) {
      const form = new FormData();
      form.append('metadata', JSON.stringify(metadata));
      form.append('content', file, file.name);
      return call(uploadAnswerSchema, async token => {
        const sent = await sendForm({ path: framePaths.documents, token, form, onProgress, signal });
        if (sent.kind !== 'answered') throw new FrameApiError({ kind: sent.kind });
        return sent;
      });
    },
  };
}

function readAnswer<TSchema extends v.GenericSchema>(schema: TSchema, { httpStatus, body }: Answer) {
  const json = parseJson(body);
  const answered = v.safeParse(schema, json);
  if (httpStatus < 300 && answered.success) return answered.output;
  const refusal = v.safeParse(errorBodySchema, json);
  throw new FrameApiError({ kind: 'refused', httpStatus, body: refusal.success ? refusal.output : {} });
}

/** Undefined for the empty or HTML bodies that gateways answer. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Anything that is not a `FrameApiError` is our own mistake and goes on as it is. */
export function requireFailure(error: unknown): FrameApiFailure {
  if (error instanceof FrameApiError) return error.failure;
  throw error;
}
