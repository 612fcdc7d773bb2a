import type { Context, Hono } from 'hono';
import {
  type CodeChecked,
  type CodeSent,
  contactAddressSchema,
  contactCodeSchema,
  type FrameApplicant,
  framePaths,
  stepAnswersSchema,
} from '#stand-in/frame-contract';
import type { SandboxEnv } from '../api/wire-path';
import { type ApplicantRecord, requireOpen } from '../applicants/applicants';
import { giveAnswer, requireLevel } from '../applicants/dossier';
import type { ApplicantStore } from '../applicants/store';
import { parseJson, readBytes } from '../read-body';
import { requireAnswers, requireContact, requireContactStep } from './answers';
import type { ContactCodes } from './contact-codes';

export interface FormDependencies {
  store: ApplicantStore;
  contactCodes: ContactCodes;
  /** The applicant of the request's access token. Throws 401. */
  openApplicant(c: Context<SandboxEnv>): ApplicantRecord;
  toFrameApplicant(applicant: ApplicantRecord): FrameApplicant;
  now: () => number;
}

/** What the steps without documents need: answers of forms, and addresses proved by a code. */
export function addFormRoutes(
  app: Hono<SandboxEnv>,
  { store, contactCodes, openApplicant, toFrameApplicant, now }: FormDependencies,
): void {
  app.post(framePaths.answers, async c => {
    const { applicantId, levelName } = openApplicant(c);
    const given = parseJson(stepAnswersSchema, await readText(c.req.raw));
    const answers = requireAnswers(requireLevel(levelName), given, new Date(now()).toISOString().slice(0, 10));
    const applicant = store.change(applicantId, null, current => {
      requireOpen(current);
      return giveAnswer(current, given.idDocSetType, answers);
    });
    return Response.json(toFrameApplicant(applicant));
  });
  app.post(framePaths.contacts, async c => {
    const applicant = openApplicant(c);
    const given = parseJson(contactAddressSchema, await readText(c.req.raw));
    requireOpen(applicant);
    const contact = requireContact(requireLevel(applicant.levelName), given);
    return Response.json(contactCodes.send(applicant, contact) satisfies CodeSent);
  });
  app.post(framePaths.confirmContact, async c => {
    const applicant = openApplicant(c);
    const { idDocSetType, code } = parseJson(contactCodeSchema, await readText(c.req.raw));
    requireOpen(applicant);
    const { contact } = requireContactStep(requireLevel(applicant.levelName), idDocSetType);
    const checked = contactCodes.check(applicant.applicantId, idDocSetType, code);
    if (checked.outcome !== 'confirmed') return Response.json(checked satisfies CodeChecked);
    const confirmed = store.change(applicant.applicantId, null, current => ({
      ...giveAnswer(current, idDocSetType, { address: checked.address }),
      [contact]: checked.address,
    }));
    const answer: CodeChecked = { outcome: checked.outcome, applicant: toFrameApplicant(confirmed) };
    return Response.json(answer);
  });
}

async function readText(request: Request): Promise<string> {
  return Buffer.from(await readBytes(request)).toString('utf8');
}
