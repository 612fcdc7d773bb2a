import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { CodeChecked, CodeSent } from '#stand-in/frame-contract';
import type { ApplicantRecord } from '../applicants/applicants';
import type { Outbox } from '../control/outbox';
import { createJsonFiles } from '../json-files';
import { composeCodeMail } from './code-mail';

interface SentCode {
  id: string;
  address: string;
  code: string;
  sentAt: number;
  wrongTries: number;
}

export interface ContactCodes {
  /** Puts a code for the address into the outbox, unless the last one was sent there a moment ago. */
  send(person: ApplicantRecord, step: ContactToConfirm): CodeSent;
  /** With the right code: the address that it was sent to, once. */
  check(
    applicantId: string,
    idDocSetType: string,
    code: string,
  ): { outcome: 'confirmed'; address: string } | Exclude<CodeChecked, { outcome: 'confirmed' }>;
  /** Removes the applicant's codes from disk. */
  forget(applicantId: string): void;
}

export interface ContactToConfirm {
  idDocSetType: string;
  contact: 'email' | 'phone';
  address: string;
}

/** [?] All of them: nobody says how IDnGO's codes behave. */
const codeLength = 6;
const lifetimeMs = 10 * 60_000;
const pauseMs = 30_000;
const triesPerCode = 5;

/** The codes that prove an address. They are in the outbox for everybody to read, so they are kept as they are. */
export function createContactCodes({
  dataDir,
  outbox,
  now,
}: {
  dataDir: string;
  outbox: Outbox;
  now: () => number;
}): ContactCodes {
  const files = createJsonFiles<SentCode>(join(dataDir, 'contact-codes'));
  const codes = new Map(files.readAll().map(sent => [sent.id, sent]));

  function keep(sent: SentCode): void {
    codes.set(sent.id, sent);
    files.write(sent.id, sent);
  }

  function remove({ id }: SentCode): void {
    codes.delete(id);
    files.remove(id);
  }

  return {
    send(person, { idDocSetType, contact, address }) {
      const id = toId(person.applicantId, idDocSetType);
      const last = codes.get(id);
      const sinceLastMs = last?.address === address ? now() - last.sentAt : pauseMs;
      if (sinceLastMs < pauseMs) {
        return { outcome: 'too-soon', codeLength, waitSecs: Math.ceil((pauseMs - sinceLastMs) / 1000) };
      }
      const code = String(randomInt(10 ** codeLength)).padStart(codeLength, '0');
      keep({ id, address, code, sentAt: now(), wrongTries: 0 });
      outbox.send({
        environment: person.environment,
        applicantId: person.applicantId,
        externalUserId: person.externalUserId,
        to: address,
        kind: 'code',
        channel: contact === 'email' ? 'email' : 'sms',
        link: null,
        ...composeCodeMail(code, person.lang),
      });
      return { outcome: 'sent', codeLength, waitSecs: pauseMs / 1000 };
    },
    check(applicantId, idDocSetType, code) {
      const sent = codes.get(toId(applicantId, idDocSetType));
      if (!sent || now() - sent.sentAt > lifetimeMs) return { outcome: 'expired' };
      if (sent.wrongTries >= triesPerCode) return { outcome: 'too-many-tries' };
      if (sent.code === code) {
        remove(sent);
        return { outcome: 'confirmed', address: sent.address };
      }
      const wrongTries = sent.wrongTries + 1;
      keep({ ...sent, wrongTries });
      return wrongTries < triesPerCode
        ? { outcome: 'wrong-code', triesLeft: triesPerCode - wrongTries }
        : { outcome: 'too-many-tries' };
    },
    forget(applicantId) {
      for (const sent of codes.values()) if (sent.id.startsWith(toId(applicantId, ''))) remove(sent);
    },
  };
}

function toId(applicantId: string, idDocSetType: string): string {
  return `${applicantId}-${idDocSetType}`;
}
