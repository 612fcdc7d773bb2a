import {
  type DoctorFinding,
  type DoctorGroup,
  type DoctorOutcome,
  type DoctorReport,
  doctorGroups,
} from '#contract/operations-doctor';
import { toLocalTime } from './to-local-time';

const marks: Record<DoctorOutcome, string> = { pass: 'Pass', fail: 'Fail', 'cannot-tell': 'Cannot tell' };

export function DoctorReportView({ report }: { report: DoctorReport }) {
  return (
    <>
      <p className="note">
        Examined at <time dateTime={report.examinedAt}>{toLocalTime(report.examinedAt)}</time>. The command{' '}
        <code>npm run doctor</code> looks at the browser’s console, too.
      </p>
      <div className="doctor-groups">
        {(Object.keys(doctorGroups) as DoctorGroup[]).map(group => (
          <Group key={group} group={group} findings={report.findings.filter(finding => finding.group === group)} />
        ))}
        <section className="card" aria-labelledby="questions">
          <h2 id="questions">Questions to IDnGO before production</h2>
          <ul className="doctor-questions">
            {report.questions.map(question => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Group({ group, findings }: { group: DoctorGroup; findings: readonly DoctorFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className="card" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{doctorGroups[group]}</h2>
      <ul className="doctor-findings">
        {findings.map(finding => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ finding: { id, title, outcome, seen, fix } }: { finding: DoctorFinding }) {
  return (
    <li className={`doctor-finding doctor-${outcome}`}>
      <span className="doctor-mark">{marks[outcome]}</span>
      <div className="doctor-words">
        <p className="doctor-title">{title}</p>
        <p className="note">{seen}</p>
        {fix && <p className="doctor-fix">{fix}</p>}
      </div>
      <code className="doctor-id">{id}</code>
    </li>
  );
}
