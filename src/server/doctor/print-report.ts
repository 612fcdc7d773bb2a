import { type DoctorFinding, type DoctorReport, doctorGroups } from '#contract/operations-doctor';

const marks = { pass: 'pass', fail: 'FAIL', 'cannot-tell': 'cannot tell' } as const;
const markWidth = Math.max(...Object.values(marks).map(mark => mark.length));
const indent = ' '.repeat(markWidth + 4);

/** The report as lines for a terminal. */
export function printReport({ findings, questions }: DoctorReport): string[] {
  const idWidth = Math.max(...findings.map(({ id }) => id.length));
  const lines = Object.entries(doctorGroups).flatMap(([group, title]) => {
    const own = findings.filter(finding => finding.group === group);
    return own.length === 0 ? [] : ['', title, ...own.flatMap(finding => printFinding(finding, idWidth))];
  });
  const count = (outcome: DoctorFinding['outcome']) => findings.filter(finding => finding.outcome === outcome).length;
  return [
    ...lines,
    '',
    'Questions to IDnGO before production',
    ...questions.map(question => `  - ${question}`),
    '',
    `${count('pass')} pass, ${count('fail')} fail, ${count('cannot-tell')} cannot be told`,
  ];
}

function printFinding({ id, title, outcome, seen, fix }: DoctorFinding, idWidth: number): string[] {
  return [
    `  ${marks[outcome].padEnd(markWidth)}  ${id.padEnd(idWidth)}  ${title}`,
    `${indent}${seen}`,
    ...(fix ? [`${indent}→ ${fix}`] : []),
  ];
}
