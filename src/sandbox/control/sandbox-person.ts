import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import {
  codeSentSchema,
  type DocumentMetadata,
  type DocumentStep,
  type FrameApplicant,
  type FrameStep,
  frameApplicantSchema,
  framePaths,
} from '#stand-in/frame-contract';
import type { AccessTokens } from '../api/access-tokens';
import { ApiError } from '../api-error';
import type { ApplicantRecord } from '../applicants/applicants';
import type { ApplicantStore } from '../applicants/store';
import { drawSamplePicture } from '../files/sample-pictures';
import { inventAnswers, inventContacts } from './invent-answers';
import type { Outbox } from './outbox';

/** A person whom the sandbox plays: does with an access token what the frame does. Throws what the frame would be told. */
export interface SandboxPerson {
  /** Gives what is still wanted, step by step, up to a step or all of it. */
  give(applicantId: string, lastStep?: string): Promise<void>;
  submit(applicantId: string): Promise<void>;
}

export function createSandboxPerson({
  store,
  accessTokens,
  outbox,
  request,
}: {
  store: ApplicantStore;
  accessTokens: AccessTokens;
  outbox: Outbox;
  /** Calls the sandbox itself. */
  request: (path: string, init: RequestInit) => Promise<Response>;
}): SandboxPerson {
  /** A token of their own for each call, so that it does not matter who ends tokens meanwhile. */
  async function call(applicant: ApplicantRecord, path: string, body?: FormData | object): Promise<unknown> {
    const { externalUserId, levelName, environment } = applicant;
    const token = accessTokens.mint({ externalUserId, levelName, environment, ttlInSecs: 60 });
    const headers = { Authorization: `Bearer ${token}` };
    const response = await request(path, body === undefined ? { headers } : toPost(body, headers));
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const { description } = v.parse(v.looseObject({ description: v.string() }), answer);
    throw new ApiError(409, description);
  }

  async function look(applicant: ApplicantRecord): Promise<FrameApplicant> {
    return v.parse(frameApplicantSchema, await call(applicant, framePaths.applicant));
  }

  async function giveStep(applicant: ApplicantRecord, step: FrameStep, countries: string[]): Promise<void> {
    const { idDocSetType } = step;
    switch (step.kind) {
      case 'documents':
        for (const metadata of listWanted(step, countries)) {
          const form = new FormData();
          form.set('metadata', JSON.stringify(metadata));
          const picture = drawSamplePicture(metadata, { person: applicant.applicantId, seed: randomUUID() });
          form.set('content', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'sample.png');
          await call(applicant, framePaths.documents, form);
        }
        return;
      case 'applicant-data':
        await call(applicant, framePaths.answers, {
          idDocSetType,
          values: { ...inventAnswers(step.fields, applicant.applicantId), ...step.values },
        });
        return;
      case 'questionnaire': {
        const fields = step.questionnaire.sections.flatMap(section => section.fields);
        await call(applicant, framePaths.answers, {
          idDocSetType,
          values: inventAnswers(fields, applicant.applicantId),
        });
        return;
      }
      case 'contact': {
        const address = step.address ?? inventContacts(applicant.applicantId)[step.contact];
        const sent = v.parse(codeSentSchema, await call(applicant, framePaths.contacts, { idDocSetType, address }));
        const code = readCode(applicant, sent.codeLength);
        await call(applicant, framePaths.confirmContact, { idDocSetType, code });
        return;
      }
    }
  }

  function readCode({ applicantId }: ApplicantRecord, length: number): string {
    const mail = outbox.list().find(candidate => candidate.kind === 'code' && candidate.applicantId === applicantId);
    const code = new RegExp(`(?<!\\d)\\d{${length}}(?!\\d)`).exec(mail?.text ?? '')?.[0];
    if (code === undefined) throw new ApiError(409, 'No code has come');
    return code;
  }

  return {
    async give(applicantId, lastStep) {
      const applicant = store.require(applicantId);
      const { steps, countries } = await look(applicant);
      for (const step of steps) {
        if (step.state === 'open' || step.state === 'send-again') await giveStep(applicant, step, countries);
        if (step.idDocSetType === lastStep) return;
      }
    },
    async submit(applicantId) {
      await call(store.require(applicantId), framePaths.submit, {});
    },
  };
}

function toPost(body: FormData | object, headers: Record<string, string>): RequestInit {
  if (body instanceof FormData) return { method: 'POST', headers, body };
  return { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** The images a step still needs: an identity card first, because it has two sides. */
function listWanted(step: DocumentStep, countries: string[]): DocumentMetadata[] {
  const { idDocSetType, documentTypes, images } = step;
  const idDocType =
    step.idDocType ??
    (documentTypes.find(type => type.idDocType === 'ID_CARD') ?? documentTypes[0])?.idDocType ??
    'PASSPORT';
  const country = step.country ?? (countries.includes('KAZ') ? 'KAZ' : (countries[0] ?? 'KAZ'));
  const sides = documentTypes.find(type => type.idDocType === idDocType)?.sides ?? [null];
  return sides
    .filter(side => {
      const image = images.find(({ idDocSubType }) => idDocSubType === side);
      return image === undefined || image.state === 'send-again';
    })
    .map(idDocSubType => ({ idDocSetType, idDocType, country, idDocSubType }));
}
