import { join } from 'node:path';
import type { fastFailErrors } from '#idngo/fast-fail';
import { createJsonFiles } from '../json-files';

/** Tags of `#idngo/fast-fail`, or others that nobody described yet. */
export interface FastFailTags {
  errors: readonly string[];
  warnings: readonly string[];
}

export interface FastFail {
  /** Provokes an outcome of that applicant's next upload, in place of an earlier one that was not used yet. */
  provoke(applicantId: string, tags: FastFailTags): void;
  /**
   * What the first check of an upload finds; a provoked outcome is used up by it. `isForbidden`: the level takes no
   * documents of that country.
   */
  check(applicantId: string, document: { isForbidden: boolean }): FastFailTags;
  /** The part of it that is made whether anybody asks for its outcome or not. */
  checkCountry(applicantId: string, document: { isForbidden: boolean }): FastFailTags;
}

const forbiddenDocument: (typeof fastFailErrors)[number] = 'forbiddenDocument';

/** The sandbox looks into no picture: it finds what it was told to find, and countries that the level excludes. */
export function createFastFail({ dataDir }: { dataDir: string }): FastFail {
  const files = createJsonFiles<FastFailTags & { applicantId: string }>(join(dataDir, 'fast-fail'));
  const provoked = new Map(files.readAll().map(record => [record.applicantId, record]));
  return {
    provoke(applicantId, tags) {
      const record = { applicantId, ...tags };
      files.write(applicantId, record);
      provoked.set(applicantId, record);
    },
    checkCountry: (_, { isForbidden }) => ({ errors: isForbidden ? [forbiddenDocument] : [], warnings: [] }),
    check(applicantId, { isForbidden }) {
      const { errors, warnings } = provoked.get(applicantId) ?? { errors: [], warnings: [] };
      provoked.delete(applicantId);
      files.remove(applicantId);
      return { errors: isForbidden ? [forbiddenDocument, ...errors] : errors, warnings };
    },
  };
}

/** What an answer with `X-Return-Doc-Warnings: true` says of it: the lists that are not empty [S]. */
export function toFastFailAnswer({ errors, warnings }: FastFailTags): Partial<FastFailTags> {
  return { ...(errors.length > 0 ? { errors } : {}), ...(warnings.length > 0 ? { warnings } : {}) };
}
