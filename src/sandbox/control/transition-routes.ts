import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import { type ApplicantRecord, pause, precheck, queue, requireNotDeleted, resetStep } from '../applicants/applicants';
import { changeRecognisedInfo, changeTags, erasePersonalData, markDeleted } from '../applicants/personal-data';
import { withSpelling } from '../applicants/recognised-person';
import type { ApplicantStore } from '../applicants/store';
import { parseJson } from '../read-body';
import type { SentWebhookType } from '../webhooks/compose-webhook';
import { readText } from './guard-panel';
import { personalInfoSchema, precheckSchema, stepResetSchema, tagsSchema, workflowSchema } from './panel-contract';
import { toDetail } from './panel-routes';

type Transition = (applicant: ApplicantRecord, at: number) => ApplicantRecord;

/** What IDnGO's systems and officers do to an applicant beside giving verdicts. */
export function addTransitionRoutes(app: Hono<SandboxEnv>, { store }: { store: ApplicantStore }): void {
  function add(name: string, read: (text: string) => { webhook: SentWebhookType; transition: Transition }): void {
    app.post(`/panel/api/applicants/:applicantId/${name}`, async c => {
      const { webhook, transition } = read(await readText(c));
      return Response.json(toDetail(store.change(c.req.param('applicantId'), webhook, transition)));
    });
  }

  add('precheck', text => {
    const { reviewStatus } = parseJson(precheckSchema, text);
    return { webhook: 'applicantPrechecked', transition: reviewStatus === 'queued' ? queue : precheck };
  });
  add('await-user', () => ({
    webhook: 'applicantAwaitingUser',
    transition: applicant => pause(applicant, 'awaitingUser'),
  }));
  add('await-service', () => ({
    webhook: 'applicantAwaitingService',
    transition: applicant => pause(applicant, 'awaitingService'),
  }));
  add('reset-step', text => {
    const { idDocSetType } = parseJson(stepResetSchema, text);
    return { webhook: 'applicantStepsReset', transition: applicant => resetStep(applicant, idDocSetType) };
  });
  add('personal-info', text => {
    const fields = withSpelling(parseJson(personalInfoSchema, text));
    return {
      webhook: 'applicantPersonalInfoChanged',
      transition: applicant => changeRecognisedInfo(applicant, fields),
    };
  });
  add('tags', text => {
    const { tags } = parseJson(tagsSchema, text);
    return { webhook: 'applicantTagsChanged', transition: applicant => changeTags(applicant, tags) };
  });
  add('workflow', text => {
    const { outcome } = parseJson(workflowSchema, text);
    return {
      webhook: outcome === 'completed' ? 'applicantWorkflowCompleted' : 'applicantWorkflowFailed',
      transition: requireVerdict,
    };
  });
  add('erase', () => ({ webhook: 'applicantPersonalDataDeleted', transition: erasePersonalData }));
  add('delete', () => ({ webhook: 'applicantDeleted', transition: markDeleted }));
}

/** A workflow ends with a verdict, and changes nothing by ending. */
function requireVerdict(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.review.reviewStatus !== 'completed') throw new ApiError(409, 'A workflow ends after a verdict only');
  return applicant;
}
