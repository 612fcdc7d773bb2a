import type { Timeline, TimelineVerification } from '#contract/operations-timeline';
import { describeDetail, describeSource } from './list-entries';

/** A timeline as lines of aligned text. Times are UTC. */
export function printTimeline(timeline: Timeline): string[] {
  const { externalUserId, presence, erasedAt, applicantIds, verifications, deliveries, audit } = timeline;
  const erased = erasedAt === null ? [] : [`erased ${toTime(erasedAt)}`];
  const heading = [externalUserId, presence === 'known' ? [] : presence, erased].flat().join('  ');
  if (presence === 'unknown') return [`${heading}: nothing is kept of a person of this id`];
  return [
    heading,
    ...(applicantIds.length === 0 ? [] : [`applicant ${applicantIds.join(', ')}`]),
    ...verifications.flatMap(printVerification),
    ...printTable(
      'Deliveries, as they arrived',
      ['arrived', 'id', 'type', 'verdict', 'happened', 'level', 'outcome', 'reason'],
      deliveries.map(delivery => [
        toTime(delivery.receivedAt),
        delivery.id,
        delivery.type ?? '-',
        [delivery.reviewAnswer ?? '-', delivery.reviewRejectType ?? ''].join(' ').trim(),
        delivery.happenedAt === null ? '-' : toTime(delivery.happenedAt),
        delivery.levelName ?? '-',
        delivery.outcome,
        delivery.reason ?? '',
      ]),
    ),
    ...printTable(
      'Audit trail',
      ['at', 'action', 'by', 'detail'],
      collapse(audit.map(({ at, action, actor, detail }) => [toTime(at), action, actor, describeDetail(detail)])),
    ),
    ...(timeline.isShortened ? ['', 'Older entries are left out.'] : []),
  ];
}

function printVerification(verification: TimelineVerification): string[] {
  const { levelName, reference, revision, nextCheck, happened, told, checks } = verification;
  return [
    '',
    `${levelName}  ${reference}  ${toStanding(verification)}  revision ${revision}`,
    ...(nextCheck === null
      ? []
      : [`next status check ${toTime(nextCheck.at)}, cause ${nextCheck.cause ?? 'not given'}`]),
    ...printTable(
      'What happened, in the order it happened',
      ['happened', 'type', 'event', 'effect', 'standing after', 'from'],
      happened.map(entry => [
        toTime(entry.happenedAt),
        entry.type,
        entry.event,
        entry.effect,
        toStanding(entry),
        describeSource(entry.source),
      ]),
    ),
    ...printTable(
      'What people were told',
      ['at', 'revision', 'standing', 'because of'],
      told.map(entry => [toTime(entry.at), String(entry.revision), toStanding(entry), describeSource(entry.cause)]),
    ),
    ...printTable(
      'Status checks',
      ['asked', 'id', 'cause', 'outcome', 'answer'],
      checks.map(check => [
        toTime(check.askedAt),
        check.id,
        check.cause,
        check.outcome,
        [check.reviewStatus, check.reviewAnswer, check.errorCode].filter(part => part !== null).join(' '),
      ]),
    ),
  ];
}

/** A row that repeats the one before but for its time is only counted: a page that follows a person reads again and again. */
function collapse(rows: readonly (readonly [string, ...string[]])[]): string[][] {
  const runs: { first: string; rest: string[]; times: number; last: string }[] = [];
  for (const [at, ...rest] of rows) {
    const run = runs.at(-1);
    if (run && run.rest.join('\n') === rest.join('\n')) {
      run.times += 1;
      run.last = at;
    } else runs.push({ first: at, rest, times: 1, last: at });
  }
  return runs.map(({ first, rest, times, last }) =>
    times === 1 ? [first, ...rest] : [first, ...rest, `${times} times until ${last}`],
  );
}

function printTable(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map(line => (line[column] ?? '').length)));
  const align = (line: readonly string[]) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return ['', title, ...lines.map(line => `  ${align(line)}`.trimEnd())];
}

function toStanding({
  status,
  remedy,
  since,
}: {
  status: string;
  remedy: string | null;
  since: string | null;
}): string {
  const named = remedy === null ? status : `${status} (${remedy})`;
  return since === null ? named : `${named} since ${toTime(since)}`;
}

/** `2026-11-20 12:00:01.000` */
function toTime(iso: string): string {
  return iso.replace('T', ' ').replace('Z', '');
}
