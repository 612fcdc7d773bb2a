import * as v from 'valibot';

/** What IDnGO would have sent, as the panel and scripts see it. Times are ISO 8601 in UTC. */
const mailSchema = v.object({
  mailId: v.string(),
  at: v.string(),
  environment: v.picklist(['sandbox', 'production']),
  /** Empty in mails to the account's administrators. */
  applicantId: v.string(),
  externalUserId: v.string(),
  to: v.nullable(v.string()),
  kind: v.picklist(['code', 'link', 'approved', 'resubmission', 'rejected', 'webhook-disabled']),
  channel: v.picklist(['email', 'sms']),
  /** ISO 639-1. */
  lang: v.string(),
  subject: v.string(),
  text: v.string(),
  /** Goes with the text, which does not hold it. */
  link: v.nullable(v.string()),
  /** Why IDnGO could not have sent it; null where it could. */
  note: v.nullable(v.string()),
});
export type MailView = v.InferOutput<typeof mailSchema>;
/** Answer of `GET /panel/api/outbox[?externalUserId=|?applicantId=]`; newest first. */
export const outboxSchema = v.object({ items: v.array(mailSchema) });
