import * as v from 'valibot';
import { outboxSchema } from '#sandbox/control/outbox-contract';
import {
  type ApplicantDetail,
  applicantDetailSchema,
  applicantListSchema,
  deliveryListSchema,
  type Verdict,
} from '#sandbox/control/panel-contract';

export interface Reviewer {
  /** Anything that the panel can do; with a body it is a command. */
  call(path: string, body?: object): Promise<unknown>;
  /** The person whose record changed last. */
  newest(): Promise<ApplicantDetail>;
  decide(applicantId: string, verdict: Verdict): Promise<void>;
  act(applicantId: string, transition: 'hold' | 'reset' | 'deactivate' | 'activate' | 'delete'): Promise<void>;
  expireTokens(externalUserId: string): Promise<void>;
  /** The newest code that was sent to the person. */
  code(applicantId: string): Promise<string>;
  deliveries(applicantId: string): Promise<v.InferOutput<typeof deliveryListSchema>['items']>;
}

export const approve: Verdict = { reviewAnswer: 'GREEN' };
export const rejectForGood: Verdict = {
  reviewAnswer: 'RED',
  reviewRejectType: 'FINAL',
  rejectLabels: ['FORGERY'],
  clientComment: 'never to be seen by the person',
};

/** Plays IDnGO's reviewer as a script would, through the sandbox's panel API. */
export function createReviewer(sandboxUrl: string): Reviewer {
  async function call(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${sandboxUrl}/panel/api/${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok)
      throw new Error(`The sandbox answered ${path} with ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  }

  return {
    call,
    async newest() {
      const [person] = v.parse(applicantListSchema, await call('applicants')).items;
      if (!person) throw new Error('Nobody has begun yet');
      return v.parse(applicantDetailSchema, await call(`applicants/${person.applicantId}`));
    },
    async decide(applicantId, verdict) {
      await call(`applicants/${applicantId}/verdict`, verdict);
    },
    async act(applicantId, transition) {
      await call(`applicants/${applicantId}/${transition}`, {});
    },
    async expireTokens(externalUserId) {
      await call('access-tokens/expire', { externalUserId });
    },
    async code(applicantId) {
      const { items } = v.parse(outboxSchema, await call(`outbox?applicantId=${applicantId}`));
      const code = /\d{6}/.exec(items.find(({ kind }) => kind === 'code')?.text ?? '')?.[0];
      if (!code) throw new Error(`No code was sent to ${applicantId}`);
      return code;
    },
    async deliveries(applicantId) {
      return v.parse(deliveryListSchema, await call(`deliveries?applicantId=${applicantId}`)).items;
    },
  };
}
