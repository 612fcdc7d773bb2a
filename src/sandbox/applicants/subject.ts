import type { ActionStore } from './action-store';
import { submitAction } from './actions';
import { type ApplicantRecord, requireActive, requireOpen, submitApplicant } from './applicants';
import { type Dossier, requireUndecided } from './dossier';
import type { ApplicantStore } from './store';

export type Collected = Dossier & Pick<ApplicantRecord, 'email' | 'phone'>;

/** Whom an access token opens: an applicant, or one of their actions. What is collected is the same for both. */
export interface Subject {
  person: ApplicantRecord;
  /** Null for the applicant's own verification. */
  actionId: string | null;
  /** As it is now; `change` and `submit` answer the subject as it is then. */
  collected: Collected;
  /** Throws why nothing more is taken: 1006, 1008 or 1009. */
  requireOpen(): void;
  /** Takes something more, without a webhook. Throws as `requireOpen`. */
  change(transition: <T extends Collected>(current: T, at: number) => T): Subject;
  /** Asks for the check. Throws 409 naming the steps that are missing. */
  submit(): Subject;
}

export function openApplicant(store: ApplicantStore, applicantId: string): Subject {
  const person = store.require(applicantId);
  return {
    person,
    actionId: null,
    collected: person,
    requireOpen: () => requireOpen(store.require(applicantId)),
    change(transition) {
      store.change(applicantId, null, (current, at) => {
        requireOpen(current);
        return transition(current, at);
      });
      return openApplicant(store, applicantId);
    },
    submit() {
      store.change(applicantId, 'applicantPending', (current, at) => submitApplicant(current, at));
      return openApplicant(store, applicantId);
    },
  };
}

export function openAction(store: ApplicantStore, actions: ActionStore, actionId: string): Subject {
  const action = actions.require(actionId);
  const { applicantId } = action;
  return {
    person: store.require(applicantId),
    actionId,
    collected: action,
    requireOpen() {
      requireActive(store.require(applicantId));
      requireUndecided(actions.require(actionId));
    },
    change(transition) {
      requireActive(store.require(applicantId));
      actions.change(actionId, null, (current, at) => {
        requireUndecided(current);
        return transition(current, at);
      });
      return openAction(store, actions, actionId);
    },
    submit() {
      requireActive(store.require(applicantId));
      actions.change(actionId, 'applicantActionPending', submitAction);
      return openAction(store, actions, actionId);
    },
  };
}
