import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { at, attempt, delivery } from '../testing/builders';
import { openPanel } from '../testing/open-panel';

const deliveries = () => within(screen.getByRole('region', { name: 'Deliveries to the app' }));

describe('deliveries', () => {
  test('are sent again from the list', async () => {
    const { sandbox } = openPanel();
    await userEvent.click(await screen.findByRole('button', { name: 'Send again applicantPending to the app' }));
    await waitFor(() => expect(sandbox.posted).toEqual([{ path: 'deliveries/d1/send-again', body: {} }]));
  });

  test('show a refusal to send again beside the one that was refused', async () => {
    openPanel({
      deliveries: [delivery({ deliveryId: 'd2', type: 'applicantReviewed' }), delivery()],
      refusal: { description: 'Delivery d1 not found', code: 404, correlationId: 'c-2' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Send again applicantPending to the app' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Delivery d1 not found');
    expect(alert.closest('li')?.textContent).toContain('applicantPending');
  });

  test.each([
    ['waiting', { attempts: [], nextAttemptAt: at }, 'waiting', 'Send now'],
    ['waiting', { attempts: [attempt({ httpStatus: null })], nextAttemptAt: at }, 'no answer', 'next try'],
    ['held-back', { attempts: [] }, 'held back', 'Send now'],
    ['failed', { attempts: [attempt({ httpStatus: 503 })] }, '503', 'given up'],
    ['not-sent', { attempts: [] }, 'not sent', 'Send again'],
    ['lost', { attempts: [attempt({ httpStatus: null, fault: { name: 'drop' } })] }, 'lost', 'fault: drop'],
  ] as const)('say in words that one is %s', async (state, change, status, fact) => {
    openPanel({ deliveries: [delivery({ state, ...change, attempts: [...change.attempts] })] });
    const entry = await deliveries().findByRole('listitem');
    expect(entry.querySelector('.status')?.textContent).toBe(status);
    expect(entry.textContent).toContain(fact);
  });

  test('are narrowed to a person and to failures in the address, without steps for Back', async () => {
    const user = userEvent.setup();
    openPanel(
      {
        deliveries: [
          delivery({ deliveryId: 'd1', type: 'applicantCreated' }),
          delivery({ deliveryId: 'd2', type: 'applicantReviewed', state: 'failed' }),
          delivery({ deliveryId: 'd3', type: 'applicantReset', state: 'failed', applicantId: 'applicant-u-2' }),
        ],
      },
      '/?applicant=applicant-u-1',
    );
    const shown = () =>
      deliveries()
        .getAllByRole('link')
        .map(link => link.textContent);
    await deliveries().findByRole('link', { name: 'applicantReset' });
    const steps = window.history.length;
    await user.click(deliveries().getByRole('checkbox', { name: 'Failed only' }));
    expect(shown()).toEqual(['applicantReviewed', 'applicantReset']);
    await user.click(deliveries().getByRole('checkbox', { name: 'This person only' }));
    await waitFor(() => expect(shown()).toEqual(['applicantReviewed']));
    expect(window.location.search).toBe('?applicant=applicant-u-1&only=person&only=failed');
    expect(window.history.length).toBe(steps);
  });

  test('open with every attempt: what was sent, what was answered, which fault it met', async () => {
    const request = {
      method: 'POST',
      url: 'http://localhost:4000/webhooks/idngo',
      headers: { 'X-Payload-Digest': 'abc' },
      body: '{"type":',
      bodyBytes: 8,
    } as const;
    openPanel({
      deliveries: [
        delivery({
          body: '{"type":"applicantPending"}',
          attempts: [
            attempt({ request, httpStatus: 503, answer: 'away', fault: { name: 'malformed' } }),
            attempt({ occasion: 'by-hand' }),
          ],
        }),
      ],
    });
    await userEvent.click(await screen.findByRole('link', { name: 'applicantPending' }));
    expect(window.location.search).toBe('?delivery=d1');
    expect(await screen.findByRole('heading', { name: 'applicantPending' })).toBe(document.activeElement);
    const [first, second] = within(screen.getByRole('region', { name: 'Attempts' })).getAllByRole('listitem');
    for (const part of ['503', 'fault: malformed', 'X-Payload-Digest: abc', '{"type":', 'away']) {
      expect(first?.textContent).toContain(part);
    }
    expect(second?.textContent).toContain('sent by hand');
  });

  test('say so when the one in the address is not kept any more', async () => {
    openPanel({}, '/?delivery=gone');
    expect(await screen.findByText('It is not among the last 500.')).toBeDefined();
  });
});

describe('requests', () => {
  const refused = {
    at,
    method: 'POST',
    path: '/resources/accessTokens?userId=u-1',
    httpStatus: 401,
    errorCode: 4003,
    description: 'the body was left out of the signature',
  };
  const list = () => within(screen.getByRole('region', { name: 'Requests from the app' }));

  test('show why one was refused', async () => {
    openPanel({ requests: [refused] });
    const entry = await list().findByRole('listitem');
    expect(entry.textContent).toContain('POST accessTokens401');
    expect(entry.textContent).toContain('errorCode 4003: the body was left out of the signature');
  });

  test('name the fault that one met', async () => {
    openPanel({ requests: [{ ...refused, errorCode: null, description: null, fault: 'bad-gateway' }] });
    expect((await list().findByRole('listitem')).textContent).toContain('fault: bad-gateway');
  });

  test('are narrowed to those that were refused', async () => {
    openPanel({ requests: [refused, { ...refused, httpStatus: 200, errorCode: null, description: null }] });
    await waitFor(() => expect(list().getAllByRole('listitem')).toHaveLength(2));
    await userEvent.click(list().getByRole('checkbox', { name: 'Refused only' }));
    expect(list().getAllByRole('listitem')).toHaveLength(1);
  });
});
