import { Link } from 'wouter';
import { type MailView, outboxSchema } from '../../control/outbox-contract';
import { useRead } from '../api/panel-queries';
import { useSandboxNow } from '../clock/sandbox-time';
import { EnvironmentBadge } from '../people/environment-badge';
import { CopyButton } from '../ui/copy-button';
import { ReadErrorNote } from '../ui/error-note';
import { NarrowingBox } from '../ui/narrowing-box';
import { NewestFirst } from '../ui/newest-first';
import { toTime } from '../ui/times';
import { View } from '../ui/view';
import { useAddress } from '../use-address';

export function useOutbox() {
  return useRead('outbox', 'outbox', outboxSchema);
}

export function OutboxPage() {
  const { applicantId, only } = useAddress();
  const outbox = useOutbox();
  const isNarrowed = applicantId !== null && only.includes('person');
  const mails = outbox.data?.items.filter(mail => !isNarrowed || mail.applicantId === applicantId);
  return (
    <View
      title="Outbox"
      lead="What IDnGO would have sent by e-mail and SMS. The sandbox keeps it here and sends nothing."
    >
      {applicantId !== null && <NarrowingBox narrowing="person">This person only</NarrowingBox>}
      <ReadErrorNote error={outbox.error} />
      {mails?.length === 0 && (
        <p className="hint">
          Nothing yet. Codes, links and news about verdicts arrive here, where a level asks for them.
        </p>
      )}
      <div className="mails">
        <NewestFirst
          items={mails ?? []}
          keyOf={mail => mail.mailId}
          className="card mail"
          renderItem={mail => <MailEntry mail={mail} />}
        />
      </div>
    </View>
  );
}

const channels = { email: 'E-mail', sms: 'SMS' } as const;

function MailEntry({ mail }: { mail: MailView }) {
  const now = useSandboxNow();
  const { toHref } = useAddress();
  const code = mail.kind === 'code' ? /\d{4,8}/.exec(mail.text)?.[0] : undefined;
  return (
    <article lang={mail.lang} dir="auto">
      <p className="facts" lang="en" dir="ltr">
        <time dateTime={mail.at}>{toTime(mail.at, now)}</time>
        <span>
          {channels[mail.channel]} to {mail.to ?? 'nobody: no address is known'}
        </span>
        {mail.applicantId !== '' && (
          <Link href={toHref({ applicantId: mail.applicantId, place: { name: 'person' } })}>{mail.externalUserId}</Link>
        )}
        <EnvironmentBadge environment={mail.environment} />
      </p>
      <h3>{mail.subject}</h3>
      <p className="mail-text">{mail.text}</p>
      {code !== undefined && (
        <p className="line" lang="en" dir="ltr">
          <span className="code">{code}</span>
          <CopyButton text={code} what="code" />
        </p>
      )}
      {mail.link !== null && (
        <p className="line" lang="en" dir="ltr">
          <a href={mail.link} target="_blank" rel="noreferrer">
            Open the link <span className="aside-text">in a new tab</span>
          </a>
          <CopyButton text={mail.link} what="link" />
        </p>
      )}
      {mail.note !== null && (
        <p className="hint" lang="en" dir="ltr">
          {mail.note}.
        </p>
      )}
    </article>
  );
}
