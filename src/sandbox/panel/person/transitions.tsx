import type { ApplicantDetail } from '../../control/panel-contract';
import { DataTransitions } from './data-transitions';
import { ProgressTransitions } from './progress-transitions';
import { RecordTransitions } from './record-transitions';
import { SessionTransitions } from './session-transitions';

/** What happens to an applicant apart from a verdict. */
export function Transitions({ applicant }: { applicant: ApplicantDetail }) {
  const groups = [
    ['On the way to a verdict', ProgressTransitions],
    ['In front of the person', SessionTransitions],
    ['What is known of the person', DataTransitions],
    ['The record', RecordTransitions],
  ] as const;
  return (
    <section className="quiet" aria-labelledby="transitions">
      <h3 id="transitions">What else can happen</h3>
      {groups.map(([title, Group]) => (
        <details key={title}>
          <summary>{title}</summary>
          <ul>
            <Group applicant={applicant} />
          </ul>
        </details>
      ))}
    </section>
  );
}
