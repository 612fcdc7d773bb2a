import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import type { Mail, Outbox } from './outbox';
import type { MailView } from './outbox-contract';

const listedMails = 500;

export function addOutboxRoutes(app: Hono<SandboxEnv>, { outbox }: { outbox: Outbox }): void {
  app.get('/panel/api/outbox', c => {
    const [externalUserId, applicantId] = [c.req.query('externalUserId'), c.req.query('applicantId')];
    const items = outbox
      .list()
      .filter(mail => externalUserId === undefined || mail.externalUserId === externalUserId)
      .filter(mail => applicantId === undefined || mail.applicantId === applicantId)
      .slice(0, listedMails)
      .map(toMailView);
    return c.json({ items });
  });
}

function toMailView(mail: Mail): MailView {
  return {
    ...mail,
    at: new Date(mail.at).toISOString(),
    note: mail.to === null ? 'IDnGO knows no address: it could not have sent this' : null,
  };
}
