import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ApiError } from '../api-error';
import { createJsonFiles } from '../json-files';
import { chooseCorrelationId, composeActionWebhook, type SentActionWebhookType } from '../webhooks/compose-webhook';
import type { Deliveries } from '../webhooks/deliver-webhooks';
import type { Announcement } from '../webhooks/delivery-record';
import { type ActionRecord, createAction, type NewAction } from './actions';
import type { ApplicantRecord } from './applicants';
import { endsPersonalData } from './forget-people';
import type { ImageFolder } from './image-folder';
import type { ImageRecord } from './image-record';
import type { ApplicantStore } from './store';

export interface ActionStore {
  /** Newest first. */
  list(applicantId?: string): ActionRecord[];
  find(actionId: string): ActionRecord | undefined;
  /** Throws 404. */
  require(actionId: string): ActionRecord;
  findByExternalActionId(applicantId: string, externalActionId: string): ActionRecord | undefined;
  findByInspectionId(inspectionId: string): ActionRecord | undefined;
  findImage(imageId: string): { action: ActionRecord; image: ImageRecord } | undefined;
  /** Announces nothing. Throws as `createAction`, and 409 where the applicant has one of that id. */
  create(applicant: ApplicantRecord, given: NewAction): ActionRecord;
  /** As `ApplicantStore.change`. */
  change(
    actionId: string,
    webhook: SentActionWebhookType | null,
    transition: (action: ActionRecord, at: number) => ActionRecord,
  ): ActionRecord;
}

/** As with applicants, one write holds a change and its webhook. */
type StoredAction = ActionRecord & { announcements: Announcement[] };

export function createActionStore({
  dataDir,
  images,
  deliveries,
  applicants,
  now,
  onChange = () => undefined,
}: {
  dataDir: string;
  images: ImageFolder;
  deliveries: Deliveries;
  applicants: Pick<ApplicantStore, 'find' | 'onChange'>;
  now: () => number;
  onChange?: () => void;
}): ActionStore {
  const files = createJsonFiles<StoredAction>(join(dataDir, 'actions'));
  const actions = new Map<string, ActionRecord>();
  for (const { announcements, ...action } of files.readAll()) {
    // Killed between the applicant's deletion and that of the action.
    if (applicants.find(action.applicantId)?.presence === 'deleted') files.remove(action.actionId);
    else actions.set(action.actionId, action);
    for (const announcement of announcements) deliveries.takeUp(announcement);
  }
  applicants.onChange((applicant, webhook) => {
    if (endsPersonalData(webhook)) forgetActionsOf(applicant.applicantId);
    if (webhook === 'applicantPersonalInfoChanged') renameActionsOf(applicant);
  });

  function save(action: ActionRecord, type: SentActionWebhookType | null): ActionRecord {
    const announcements = type === null ? [] : [toAnnouncement(type, action)];
    files.write(action.actionId, { ...action, announcements });
    actions.set(action.actionId, action);
    for (const announcement of announcements) deliveries.announce(announcement);
    onChange();
    return action;
  }

  function forgetActionsOf(applicantId: string): void {
    for (const action of list(applicantId)) {
      actions.delete(action.actionId);
      files.remove(action.actionId);
      images.forget(action.images, []);
      onChange();
    }
  }

  function renameActionsOf({ applicantId, externalUserId }: ApplicantRecord): void {
    for (const action of list(applicantId)) {
      if (action.externalUserId !== externalUserId) save({ ...action, externalUserId }, null);
    }
  }

  function list(applicantId?: string): ActionRecord[] {
    return [...actions.values()]
      .toReversed()
      .filter(action => applicantId === undefined || action.applicantId === applicantId)
      .toSorted((a, b) => b.createdAt - a.createdAt);
  }

  function requireAction(actionId: string): ActionRecord {
    const action = actions.get(actionId);
    if (!action) throw new ApiError(404, `Action '${actionId}' not found`);
    return action;
  }

  const findByExternalActionId: ActionStore['findByExternalActionId'] = (applicantId, externalActionId) =>
    list(applicantId).find(action => action.externalActionId === externalActionId);

  return {
    list,
    find: actionId => actions.get(actionId),
    require: requireAction,
    findByExternalActionId,
    findByInspectionId: inspectionId => list().find(action => action.inspectionId === inspectionId),
    findImage(imageId) {
      for (const action of actions.values()) {
        const image = action.images.find(candidate => candidate.imageId === imageId);
        if (image) return { action, image };
      }
      return undefined;
    },
    create(applicant, given) {
      const existing = findByExternalActionId(applicant.applicantId, given.externalActionId);
      if (existing) throw new ApiError(409, `Action with this external id already exists: ${existing.actionId}`);
      return save(createAction(applicant, given, now()), null);
    },
    change(actionId, type, transition) {
      const before = requireAction(actionId);
      const changedAt = Math.max(now(), before.changedAt + 1);
      const correlationId = type ? chooseCorrelationId(type, before) : before.correlationId;
      const after = save({ ...transition(before, changedAt), changedAt, correlationId }, type);
      images.forget(before.images, after.images);
      return after;
    },
  };
}

function toAnnouncement(type: SentActionWebhookType, action: ActionRecord): Announcement {
  const { applicantId, externalUserId, environment, changedAt: createdAt, correlationId } = action;
  const payload = composeActionWebhook({ type, at: createdAt, correlationId }, action);
  return { deliveryId: randomUUID(), environment, applicantId, externalUserId, type, createdAt, payload };
}
