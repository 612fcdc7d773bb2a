import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '#idngo/environment';
import { createJsonFiles } from '../json-files';

/** A message that IDnGO would send to a person or to the client. Nothing leaves the sandbox: it is read here. */
export interface Mail {
  mailId: string;
  /** Milliseconds since 1970. */
  at: number;
  environment: Environment;
  applicantId: string;
  externalUserId: string;
  /** Null where the sandbox knows no address; IDnGO would send nothing then. */
  to: string | null;
  kind: 'code' | 'link' | 'approved' | 'resubmission' | 'rejected' | 'webhook-disabled';
  channel: 'email' | 'sms';
  lang: string;
  subject: string;
  text: string;
  link: string | null;
}

export interface Outbox {
  /** The mail is on disk when this returns. */
  send(mail: Omit<Mail, 'mailId' | 'at'>): Mail;
  /** Newest first. */
  list(): Mail[];
  /** Removes the applicant's mails from disk. */
  forget(applicantId: string): void;
}

/** Older mails are dropped. */
export const maxMails = 1_000;

export function createOutbox({
  dataDir,
  now,
  onChange = () => undefined,
}: {
  dataDir: string;
  now: () => number;
  onChange?: () => void;
}): Outbox {
  const files = createJsonFiles<Mail>(join(dataDir, 'outbox'));
  let mails = files.readAll().toSorted((a, b) => b.at - a.at);
  dropOldest();

  function dropOldest(): void {
    for (const { mailId } of mails.splice(maxMails)) files.remove(mailId);
  }

  return {
    send(mail) {
      // Later than the one before, so that two of the same millisecond keep their order over a restart.
      const at = Math.max(now(), (mails[0]?.at ?? 0) + 1);
      const sent = { mailId: randomUUID(), at, ...mail };
      files.write(sent.mailId, sent);
      mails.unshift(sent);
      dropOldest();
      onChange();
      return sent;
    },
    list: () => [...mails],
    forget(applicantId) {
      const forgotten = mails.filter(mail => mail.applicantId === applicantId);
      if (forgotten.length === 0) return;
      for (const { mailId } of forgotten) files.remove(mailId);
      mails = mails.filter(mail => mail.applicantId !== applicantId);
      onChange();
    },
  };
}
