import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ApiError } from '../api-error';
import { createJsonFiles } from '../json-files';
import { composeWebhook, type SentWebhookType } from '../webhooks/compose-webhook';
import type { Deliveries } from '../webhooks/deliver-webhooks';
import type { Announcement } from '../webhooks/delivery-record';
import { type ApplicantRecord, createApplicant, type NewApplicant, upgradeApplicant } from './applicants';
import type { ImageRecord } from './image-record';

export type ApplicantListener = (applicant: ApplicantRecord, webhook: SentWebhookType | null) => void;

export interface ApplicantStore {
  /** Last changed first, deleted ones included. */
  list(): ApplicantRecord[];
  find(applicantId: string): ApplicantRecord | undefined;
  /** Throws 404; deleted applicants are found. */
  require(applicantId: string): ApplicantRecord;
  findByExternalUserId(externalUserId: string): ApplicantRecord | undefined;
  /** The image, whichever applicant has it and whether or not it still counts. */
  findImage(imageId: string): { applicant: ApplicantRecord; image: ImageRecord } | undefined;
  imagePath(imageId: string): string;
  createImageId(): string;
  create(person: NewApplicant): ApplicantRecord;
  /** Called after every change, with what the applicant is now and the webhook that announces it. */
  onChange(listener: ApplicantListener): void;
  /** Applies a transition. It is on disk, and its webhook on the way, when this returns; a throwing one changes nothing. */
  change(
    applicantId: string,
    webhook: SentWebhookType | null,
    transition: (applicant: ApplicantRecord, at: number) => ApplicantRecord,
  ): ApplicantRecord;
}

/**
 * One write holds a change and its webhook, so that a killed process leaves both or neither: whatever it could not pass
 * on to the deliveries any more is taken up at the next start.
 */
type StoredApplicant = ApplicantRecord & { announcement: Announcement | null };

export function createApplicantStore({
  dataDir,
  deliveries,
  now,
}: {
  dataDir: string;
  deliveries: Deliveries;
  now: () => number;
}): ApplicantStore {
  const files = createJsonFiles<StoredApplicant>(join(dataDir, 'applicants'));
  const imageFolder = join(dataDir, 'images');
  mkdirSync(imageFolder, { recursive: true, mode: 0o700 });
  const applicants = new Map<string, ApplicantRecord>();
  const idByExternalUserId = new Map<string, string>();
  const ownerByImageId = new Map<string, string>();
  const listeners: ApplicantListener[] = [];
  for (const { announcement, ...applicant } of files.readAll()) {
    index(upgradeApplicant(applicant));
    if (announcement) deliveries.takeUp(announcement);
  }

  function index(applicant: ApplicantRecord): void {
    const { applicantId, externalUserId } = applicant;
    applicants.set(applicantId, applicant);
    for (const { imageId } of applicant.images) ownerByImageId.set(imageId, applicantId);
    if (applicant.presence !== 'deleted') idByExternalUserId.set(externalUserId, applicantId);
    else if (idByExternalUserId.get(externalUserId) === applicantId) idByExternalUserId.delete(externalUserId);
  }

  function save(applicant: ApplicantRecord, webhook: SentWebhookType | null): ApplicantRecord {
    const announcement = webhook && toAnnouncement(webhook, applicant);
    files.write(applicant.applicantId, { ...applicant, announcement });
    index(applicant);
    if (announcement) deliveries.announce(announcement);
    return applicant;
  }

  function requireApplicant(applicantId: string): ApplicantRecord {
    const applicant = applicants.get(applicantId);
    if (!applicant) throw new ApiError(404, `Applicant '${applicantId}' not found`);
    return applicant;
  }

  function imagePath(imageId: string): string {
    return join(imageFolder, imageId);
  }

  function forgetImages(before: ApplicantRecord, after: ApplicantRecord): void {
    const kept = new Set(after.images.map(({ imageId }) => imageId));
    for (const { imageId } of before.images) {
      if (kept.has(imageId)) continue;
      ownerByImageId.delete(imageId);
      rmSync(imagePath(imageId), { force: true });
    }
  }

  return {
    list: () => [...applicants.values()].toSorted((a, b) => b.changedAt - a.changedAt),
    find: applicantId => applicants.get(applicantId),
    require: requireApplicant,
    findByExternalUserId(externalUserId) {
      const applicantId = idByExternalUserId.get(externalUserId);
      return applicantId === undefined ? undefined : applicants.get(applicantId);
    },
    findImage(imageId) {
      const applicant = applicants.get(ownerByImageId.get(imageId) ?? '');
      const image = applicant?.images.find(candidate => candidate.imageId === imageId);
      return applicant && image ? { applicant, image } : undefined;
    },
    imagePath,
    createImageId() {
      let imageId: string;
      do imageId = String(randomInt(100_000_000, 1_000_000_000));
      while (ownerByImageId.has(imageId));
      return imageId;
    },
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
      const after = save({ ...transition(before, at), changedAt: at }, webhook);
      forgetImages(before, after);
      for (const listener of listeners) listener(after, webhook);
      return after;
    },
  };
}

function toAnnouncement(type: SentWebhookType, applicant: ApplicantRecord): Announcement {
  const { environment, applicantId, externalUserId, changedAt: createdAt } = applicant;
  const payload = composeWebhook(type, applicant);
  return { deliveryId: randomUUID(), environment, applicantId, externalUserId, type, createdAt, payload };
}
