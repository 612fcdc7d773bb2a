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
import { giveAnswer, requireLevel } from '../applicants/dossier';
import type { Subject } from '../applicants/subject';
import { parseJson, readBytes } from '../read-body';
import { requireAnswers, requireContact, requireContactStep } from './answers';
import type { ContactCodes } from './contact-codes';

export interface FormDependencies {
  contactCodes: ContactCodes;
  /** What the request's access token is for. Throws 401. */
  open(c: Context<SandboxEnv>): Subject;
  toFrameApplicant(subject: Subject): FrameApplicant;
  now: () => number;
}

/** What the steps without documents need: answers of forms, and addresses proved by a code. */
export function addFormRoutes(
  app: Hono<SandboxEnv>,
  { contactCodes, open, toFrameApplicant, now }: FormDependencies,
): void {
  app.post(framePaths.answers, async c => {
    const subject = open(c);
    const given = parseJson(stepAnswersSchema, await readText(c.req.raw));
    const level = requireLevel(subject.collected.levelName);
    const answers = requireAnswers(level, given, new Date(now()).toISOString().slice(0, 10));
    const changed = subject.change(current => giveAnswer(current, given.idDocSetType, answers));
    return Response.json(toFrameApplicant(changed));
  });
  app.post(framePaths.contacts, async c => {
    const subject = open(c);
    const given = parseJson(contactAddressSchema, await readText(c.req.raw));
    subject.requireOpen();
    const contact = requireContact(requireLevel(subject.collected.levelName), given);
    return Response.json(contactCodes.send(subject.person, contact) satisfies CodeSent);
  });
  app.post(framePaths.confirmContact, async c => {
    const subject = open(c);
    const { idDocSetType, code } = parseJson(contactCodeSchema, await readText(c.req.raw));
    subject.requireOpen();
    const { contact } = requireContactStep(requireLevel(subject.collected.levelName), idDocSetType);
    const checked = contactCodes.check(subject.person.applicantId, idDocSetType, code);
    if (checked.outcome !== 'confirmed') return Response.json(checked satisfies CodeChecked);
    const confirmed = subject.change(current => ({
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
