import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { type DoctorReport, readDoctor } from '#contract/operations-doctor';
import { createApi } from '../api/http';
import { OperationsPage } from './operations-page';

const report: DoctorReport = {
  examinedAt: '2026-11-25T10:00:00.000Z',
  findings: [
    { id: 'idngo-level', group: 'idngo', title: 'The level exists', outcome: 'fail', seen: 'gone', fix: 'Set it.' },
    { id: 'backups', group: 'going-live', title: 'Backups', outcome: 'cannot-tell', seen: 'unseen', fix: null },
    { id: 'https', group: 'site', title: 'https', outcome: 'pass', seen: 'it is', fix: null },
  ],
  questions: ['Which limits are there?'],
};

function open(answer: (path: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async input => {
    asked.push(String(input));
    return answer(String(input));
  };
  render(<OperationsPage api={createApi({ fetch })} />);
  return { asked };
}

const problem = (code: string, status: number) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'x', status, code, requestId: 'r-1' }), { status });

test('shows each finding in its group with its remedy, and counts them', async () => {
  open(() => Response.json(report));
  const group = await screen.findByRole('region', { name: 'IDnGO' });
  expect(within(group).getByText('Fail')).toBeTruthy();
  expect(within(group).getByText('Set it.')).toBeTruthy();
  expect(screen.getByText('1 fail, 1 cannot be told, 1 pass.')).toBeTruthy();
});

test('keeps the report while the installation is examined again', async () => {
  let release: (response: Response) => void = () => undefined;
  let asked = 0;
  open(() => {
    asked += 1;
    return asked === 1
      ? Response.json(report)
      : new Promise<Response>(resolve => {
          release = resolve;
        });
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Run again' }));
  expect(screen.getByText('The level exists')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Examining…' }));
  release(Response.json({ ...report, findings: [] }));
  expect(await screen.findByText('0 fail, 0 cannot be told, 0 pass.')).toBeTruthy();
  expect(asked).toBe(2);
});

test.each(['session-required', 'scope-required'])('says how one signs in where the backend says %s', async code => {
  open(() => problem(code, 401));
  expect(await screen.findByText('npm run sign-in -- operator')).toBeTruthy();
  expect(screen.queryByLabelText('External user id')).toBeNull();
});

test('names the request where the examination failed', async () => {
  open(() => problem('internal', 500));
  expect((await screen.findByRole('alert')).textContent).toContain('request r-1');
});

test('asks for one person’s timeline by the id as it is, and shows its entries', async () => {
  const timeline = {
    ...{ externalUserId: 'a/b', presence: 'known', erasedAt: null, applicantIds: [], verifications: [] },
    ...{ deliveries: [], audit: [], isShortened: false, entries: [{ at: '2026-11-25T10:00:00Z', what: 'Came in' }] },
  };
  const { asked } = open(path => Response.json(path === readDoctor.path ? report : timeline));
  await userEvent.type(await screen.findByLabelText('External user id'), 'a/b{Enter}');
  expect(await screen.findByText('Came in')).toBeTruthy();
  expect(asked.at(-1)).toBe('/api/operations/timeline?externalUserId=a%2Fb');
});
