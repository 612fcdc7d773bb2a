import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '#idngo/environment';
import { ApiError } from '../api-error';
import { createJsonFiles } from '../json-files';
import { chooseCorrelationId, composeWebhook, type SentWebhookType } from '../webhooks/compose-webhook';
import type { Deliveries } from '../webhooks/deliver-webhooks';
import type { Announcement } from '../webhooks/delivery-record';
import { type ApplicantRecord, createApplicant, type NewApplicant, upgradeApplicant } from './applicants';
import type { ImageFolder } from './image-folder';
import type { ImageRecord } from './image-record';

export type ApplicantListener = (applicant: ApplicantRecord, webhook: SentWebhookType | null) => void;

export interface ApplicantStore {
  /** Last changed first, of both environments, deleted ones included. */
  list(): ApplicantRecord[];
  find(applicantId: string): ApplicantRecord | undefined;
  /** Throws 404; deleted applicants are found. */
  require(applicantId: string): ApplicantRecord;
  /** Of one environment: the same id may exist in both. */
  findByExternalUserId(externalUserId: string, environment: Environment): ApplicantRecord | undefined;
  findByInspectionId(inspectionId: string): ApplicantRecord | undefined;
  /** The image, whichever applicant has it and whether or not it still counts. */
  findImage(imageId: string): { applicant: ApplicantRecord; image: ImageRecord } | undefined;
  imagePath(imageId: string): string;
  createImageId(): string;
  create(person: NewApplicant): ApplicantRecord;
  /** Called after every change, with what the applicant is now, and the webhook that announces it. */
  onChange(listener: ApplicantListener): void;
  /** Applies a transition. It is on disk, and its webhook on the way, when this returns; a throwing one changes nothing. */
  change(
    applicantId: string,
    webhook: SentWebhookType | null,
    transition: (applicant: ApplicantRecord, at: number) => ApplicantRecord,
  ): ApplicantRecord;
}

/**
 * One write holds a change and its webhook, so that a killed process leaves both or neither: what it could not pass on to
 * the deliveries any more is taken up at the next start.
 */
type StoredApplicant = ApplicantRecord & { announcements: Announcement[] };

export function createApplicantStore({
  dataDir,
  images,
  deliveries,
  now,
}: {
  dataDir: string;
  images: ImageFolder;
  deliveries: Deliveries;
  now: () => number;
}): ApplicantStore {
  const files = createJsonFiles<StoredApplicant>(join(dataDir, 'applicants'));
  const applicants = new Map<string, ApplicantRecord>();
  const idByExternalUserId = new Map<string, string>();
  const idByInspectionId = new Map<string, string>();
  const ownerByImageId = new Map<string, string>();
  const listeners: ApplicantListener[] = [];
  for (const { announcements = [], ...applicant } of files.readAll()) {
    index(upgradeApplicant(applicant));
    for (const announcement of announcements) deliveries.takeUp(announcement);
  }

  function index(applicant: ApplicantRecord): void {
    const { applicantId, inspectionId } = applicant;
    const key = toKey(applicant.externalUserId, applicant.environment);
    applicants.set(applicantId, applicant);
    idByInspectionId.set(inspectionId, applicantId);
    for (const { imageId } of applicant.images) ownerByImageId.set(imageId, applicantId);
    if (applicant.presence !== 'deleted') idByExternalUserId.set(key, applicantId);
    else if (idByExternalUserId.get(key) === applicantId) idByExternalUserId.delete(key);
  }

  function findById(applicantId: string | undefined): ApplicantRecord | undefined {
    return applicantId === undefined ? undefined : applicants.get(applicantId);
  }

  function save(applicant: ApplicantRecord, type: SentWebhookType | null, previousLevelName?: string): ApplicantRecord {
    const announcements = type === null ? [] : [toAnnouncement(type, applicant, previousLevelName)];
    files.write(applicant.applicantId, { ...applicant, announcements });
    index(applicant);
    for (const announcement of announcements) deliveries.announce(announcement);
    return applicant;
  }

  function requireApplicant(applicantId: string): ApplicantRecord {
    const applicant = applicants.get(applicantId);
    if (!applicant) throw new ApiError(404, `Applicant '${applicantId}' not found`);
    return applicant;
  }

  return {
    list: () => [...applicants.values()].toSorted((a, b) => b.changedAt - a.changedAt),
    find: findById,
    require: requireApplicant,
    findByExternalUserId: (externalUserId, environment) =>
      findById(idByExternalUserId.get(toKey(externalUserId, environment))),
    findByInspectionId: inspectionId => findById(idByInspectionId.get(inspectionId)),
    findImage(imageId) {
      const applicant = findById(ownerByImageId.get(imageId));
      const image = applicant?.images.find(candidate => candidate.imageId === imageId);
      return applicant && image ? { applicant, image } : undefined;
    },
    imagePath: images.pathOf,
    createImageId: images.createId,
    create(person) {
      const created = save(createApplicant(person, now()), 'applicantCreated');
      for (const listener of listeners) listener(created, 'applicantCreated');
      return created;
    },
    onChange(listener) {
      listeners.push(listener);
    },
    change(applicantId, webhook, transition) {
      const before = requireApplicant(applicantId);
      // Later than the change before it, so that webhooks can be put in order by their time.
      const at = Math.max(now(), before.changedAt + 1);
      const correlationId = webhook ? chooseCorrelationId(webhook, before) : before.correlationId;
      const after = save({ ...transition(before, at), changedAt: at, correlationId }, webhook, before.levelName);
      if (before.externalUserId !== after.externalUserId) {
        idByExternalUserId.delete(toKey(before.externalUserId, before.environment));
      }
      images.forget(before.images, after.images);
      for (const listener of listeners) listener(after, webhook);
      return after;
    },
  };
}

function toAnnouncement(
  type: SentWebhookType,
  applicant: ApplicantRecord,
  previousLevelName: string | undefined,
): Announcement {
  const { applicantId, externalUserId, environment, changedAt: createdAt, correlationId } = applicant;
  const payload = composeWebhook({ type, at: createdAt, correlationId, previousLevelName }, applicant);
  return { deliveryId: randomUUID(), environment, applicantId, externalUserId, type, createdAt, payload };
}

function toKey(externalUserId: string, environment: Environment): string {
  return `${environment} ${externalUserId}`;
}
