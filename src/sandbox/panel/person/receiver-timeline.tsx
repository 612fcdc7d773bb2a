import type { ReceiverEntry } from '../../control/receiver-timeline-contract';
import { useSandboxNow } from '../clock/sandbox-time';
import { ReadErrorNote } from '../ui/error-note';
import { NewestFirst } from '../ui/newest-first';
import { toExactTime } from '../ui/times';
import { useReceiverTimeline } from './person-queries';

/** How the receiver of webhooks tells the person's story, where it does. */
export function ReceiverTimeline({ applicantId }: { applicantId: string }) {
  const { data: timeline, error } = useReceiverTimeline(applicantId);
  if (error) return <ReadErrorNote error={error} />;
  if (timeline === undefined || timeline.state === 'not-configured') return null;
  return (
    <section className="receiver" aria-labelledby="receiver">
      <h3 id="receiver" className="label">
        What the receiver made of it
      </h3>
      {timeline.state === 'silent' && <p className="hint">The receiver does not tell: {timeline.why}.</p>}
      {timeline.state === 'told' && timeline.entries.length === 0 && <p className="hint">Nothing so far.</p>}
      {timeline.state === 'told' && timeline.entries.length > 0 && (
        <div className="card log">
          <NewestFirst items={timeline.entries.toReversed()} renderItem={entry => <Entry entry={entry} />} />
        </div>
      )}
    </section>
  );
}

function Entry({ entry: { at, what, detail } }: { entry: ReceiverEntry }) {
  const now = useSandboxNow();
  return (
    <>
      <time dateTime={at}>{toExactTime(at, now)}</time>
      <div>
        {what}
        {detail !== undefined && <small>{detail}</small>}
      </div>
    </>
  );
}
