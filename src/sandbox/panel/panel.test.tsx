import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ApplicantDetail, Delivery, PanelImage, SignedRequest, Verdict } from '../control/panel-contract';
import { createPanelApi } from './panel-api';
import { PanelPage } from './panel-page';
import { createPanelQueryClient, PanelApiContext } from './panel-queries';

interface FakeSandbox {
  people: ApplicantDetail[];
  deliveries: Delivery[];
  requests: SignedRequest[];
  /** What the next POST is refused with. */
  refusal: { description: string; code: number; correlationId: string; errorCode?: number } | undefined;
  posted: { path: string; body: unknown }[];
}

const at = '2026-11-23T14:28:07.000Z';

const documents = { kind: 'documents', state: 'received', values: null, moderationComment: null } as const;

function image(imageId: string, idDocSubType: string | null, change: Partial<PanelImage> = {}): PanelImage {
  return { imageId, idDocSubType, mediaType: 'image/png', bytes: 1_240_000, review: null, ...change };
}

function person(externalUserId: string, change: Partial<ApplicantDetail> = {}): ApplicantDetail {
  return {
    applicantId: `applicant-${externalUserId}`,
    externalUserId,
    levelName: 'basic-kyc-level',
    review: { reviewStatus: 'pending' },
    presence: 'active',
    createdAt: at,
    changedAt: at,
    steps: [
      {
        idDocSetType: 'IDENTITY',
        ...documents,
        idDocType: 'ID_CARD',
        country: 'KAZ',
        images: [image('11', 'FRONT_SIDE'), image('12', 'BACK_SIDE')],
      },
      { idDocSetType: 'SELFIE', ...documents, idDocType: null, country: null, images: [] },
    ],
    ...change,
  };
}

function attempt(change: Partial<Delivery['attempts'][number]> = {}): Delivery['attempts'][number] {
  const told = { occasion: 'scheduled', request: null, answerHeaders: {}, fault: null } as const;
  return { at, durationMs: 12, ...told, httpStatus: 200, answer: '', ...change };
}

function delivery(change: Partial<Delivery> = {}): Delivery {
  return {
    deliveryId: 'd1',
    environment: 'sandbox',
    origin: 'event',
    applicantId: 'applicant-u-1',
    externalUserId: 'u-1',
    type: 'applicantPending',
    createdAt: at,
    body: '{}',
    algorithm: 'HMAC_SHA256_HEX',
    state: 'delivered',
    nextAttemptAt: null,
    attempts: [attempt()],
    ...change,
  };
}

function openPanel(setup: Partial<FakeSandbox> = {}): FakeSandbox {
  const sandbox: FakeSandbox = {
    people: [person('u-1'), person('u-2', { review: { reviewStatus: 'init' } })],
    deliveries: [delivery()],
    requests: [],
    refusal: undefined,
    posted: [],
    ...setup,
  };
  render(
    <QueryClientProvider client={createPanelQueryClient()}>
      <PanelApiContext value={createPanelApi(async (input, init) => answer(sandbox, String(input), init))}>
        <PanelPage />
      </PanelApiContext>
    </QueryClientProvider>,
  );
  return sandbox;
}

function answer(sandbox: FakeSandbox, address: string, init?: RequestInit): Response {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const path = pathname.replace('/panel/api/', '');
  if (init?.method === 'POST') {
    if (sandbox.refusal) return Response.json(sandbox.refusal, { status: sandbox.refusal.code });
    const body = JSON.parse(String(init.body));
    sandbox.posted.push({ path, body });
    if (path.endsWith('/verdict')) decide(sandbox, path, body);
    return Response.json({ ok: 1 });
  }
  const applicantId = searchParams.get('applicantId');
  switch (path) {
    case 'applicants':
      return Response.json({ items: sandbox.people });
    case 'deliveries':
      return Response.json({
        items: sandbox.deliveries.filter(each => applicantId === null || each.applicantId === applicantId),
      });
    case 'requests':
      return Response.json({ items: sandbox.requests });
    case 'levels':
      return Response.json({ items: [{ levelName: 'basic-kyc-level' }, { levelName: 'full-kyc-level' }] });
  }
  const found = sandbox.people.find(each => path === `applicants/${each.applicantId}`);
  if (found) return Response.json(found);
  return Response.json({ description: 'Applicant not found', code: 404, correlationId: 'c-404' }, { status: 404 });
}

function decide(sandbox: FakeSandbox, path: string, verdict: Verdict): void {
  sandbox.people = sandbox.people.map(each =>
    path === `applicants/${each.applicantId}/verdict`
      ? { ...each, review: { reviewStatus: 'completed', reviewResult: verdict } }
      : each,
  );
}

async function choose(name: RegExp): Promise<void> {
  await userEvent.click(await screen.findByRole('link', { name }));
  await screen.findByRole('heading', { name: 'Verdict' });
}

async function fill(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

const main = () => within(screen.getByRole('main'));
const decideButton = () => screen.getByRole('button', { name: 'Decide and send webhook' });

beforeEach(() => window.history.replaceState(null, '', '/'));

describe('reviewer’s panel', () => {
  test('posts the verdict with the upload to be sent again, and shows how the person stands now', async () => {
    const user = userEvent.setup();
    const sandbox = openPanel();
    await choose(/u-1/);
    expect(main().getByText(/never decides by itself: this is your turn/)).toBeDefined();

    const back = screen.getByRole('group', { name: 'ID card, back' });
    await user.click(within(back).getByRole('radio', { name: 'Send again' }));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'RED, may try again' }).checked).toBe(true);
    await fill(user, screen.getByRole('textbox', { name: 'Comment the person may see about it' }), 'It is blurred.');
    const labels = within(screen.getByRole('group', { name: 'Labels of this upload' }));
    await user.click(labels.getByRole('button', { name: 'UNSATISFACTORY_PHOTOS' }));
    await fill(
      user,
      screen.getByRole('textbox', { name: 'Comment the person may see' }),
      'Please send the back again.',
    );
    await fill(user, screen.getByRole('textbox', { name: 'Comment only for the client' }), 'Second attempt.');
    await user.click(decideButton());

    expect(await screen.findByText('Done. The webhook is among the deliveries.')).toBeDefined();
    expect(sandbox.posted).toEqual([
      {
        path: 'applicants/applicant-u-1/verdict',
        body: {
          reviewAnswer: 'RED',
          reviewRejectType: 'RETRY',
          rejectLabels: [],
          moderationComment: 'Please send the back again.',
          clientComment: 'Second attempt.',
          images: { 12: { rejectLabels: ['UNSATISFACTORY_PHOTOS'], moderationComment: 'It is blurred.' } },
        },
      },
    ]);
    expect(await main().findByText('RED retry')).toBeDefined();
    expect(screen.queryByRole('group', { name: 'ID card, back: why again' })).toBeNull();
  });

  test('shows a refusal beside the decision and keeps what was written', async () => {
    const user = userEvent.setup();
    openPanel({
      refusal: { description: 'Applicant has a final reject', code: 409, correlationId: 'c-1', errorCode: 1009 },
    });
    await choose(/u-1/);
    await user.click(screen.getByRole('radio', { name: 'RED, final' }));
    await fill(user, screen.getByRole('textbox', { name: 'Comment only for the client' }), 'Seen before.');
    await user.click(decideButton());

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe('Applicant has a final reject code 409, errorCode 1009, correlationId c-1');
    expect(alert.closest('form')?.contains(decideButton())).toBe(true);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment only for the client' }).value).toBe(
      'Seen before.',
    );
  });

  test('sends nothing until a verdict is chosen', async () => {
    const sandbox = openPanel();
    await choose(/u-1/);
    await userEvent.click(decideButton());
    expect(sandbox.posted).toEqual([]);
  });

  test('finds a label behind the common ones, and takes one that the documents do not know', async () => {
    const user = userEvent.setup();
    const sandbox = openPanel();
    await choose(/u-1/);
    await user.click(screen.getByRole('radio', { name: 'RED, final' }));
    await user.click(screen.getByRole('button', { name: /^\d+ more$/ }));
    await fill(user, screen.getByRole('searchbox', { name: 'Find a label' }), 'deepf');
    await user.click(screen.getByRole('button', { name: 'DEEPFAKE' }));
    await user.clear(screen.getByRole('searchbox', { name: 'Find a label' }));
    await fill(user, screen.getByRole('searchbox', { name: 'Find a label' }), 'new kind');
    await user.click(screen.getByRole('button', { name: /Use NEW_KIND/ }));
    await user.click(decideButton());
    await waitFor(() => expect(sandbox.posted).toHaveLength(1));
    expect(sandbox.posted[0]?.body).toMatchObject({ rejectLabels: ['DEEPFAKE', 'NEW_KIND'] });
  });

  test('opens the person named in the address, and Back returns to the one before', async () => {
    window.history.replaceState(null, '', '/?applicant=applicant-u-2');
    openPanel();
    expect(await screen.findByRole('heading', { name: 'u-2' })).toBeDefined();
    await choose(/u-1/);
    expect(window.location.search).toBe('?applicant=applicant-u-1');
    expect(screen.getByRole('link', { name: /u-1/ }).getAttribute('aria-current')).toBe('page');
    window.history.back();
    expect(await screen.findByRole('heading', { name: 'u-2' })).toBeDefined();
  });

  test('says so when the person in the address is not there', async () => {
    window.history.replaceState(null, '', '/?applicant=gone');
    openPanel();
    expect((await screen.findByRole('alert')).textContent).toContain('Applicant not found');
  });

  test('tells once that the sandbox does not answer', async () => {
    render(
      <QueryClientProvider client={createPanelQueryClient()}>
        <PanelApiContext value={createPanelApi(() => Promise.reject(new TypeError('Failed to fetch')))}>
          <PanelPage />
        </PanelApiContext>
      </QueryClientProvider>,
    );
    expect((await screen.findAllByRole('alert')).map(alert => alert.textContent?.trim())).toEqual([
      'The sandbox does not answer. Is it still running?',
    ]);
  });

  test('sends a delivery again', async () => {
    const sandbox = openPanel();
    await userEvent.click(await screen.findByRole('button', { name: 'Send again applicantPending to the app' }));
    await waitFor(() => expect(sandbox.posted).toEqual([{ path: 'deliveries/d1/send-again', body: {} }]));
  });

  test('shows a refusal to send again beside its delivery', async () => {
    openPanel({
      deliveries: [delivery({ deliveryId: 'd2', type: 'applicantReviewed' }), delivery()],
      refusal: { description: 'Delivery d1 not found', code: 404, correlationId: 'c-2' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Send again applicantPending to the app' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Delivery d1 not found');
    expect(alert.closest('li')?.textContent).toContain('applicantPending');
  });

  test('shows the explanation of a refused request', async () => {
    openPanel({
      requests: [
        {
          at,
          method: 'POST',
          path: '/resources/accessTokens?userId=u-1',
          httpStatus: 401,
          errorCode: 4003,
          description: 'the body was left out of the signature',
        },
      ],
    });
    const entry = await within(screen.getByRole('region', { name: 'Requests from the app' })).findByRole('listitem');
    expect(entry.textContent).toContain('POST accessTokens401');
    expect(entry.textContent).toContain('errorCode 4003: the body was left out of the signature');
  });

  test.each([
    ['Deactivate', 'applicants/applicant-u-1/deactivate', {}],
    ['Delete u-1', 'applicants/applicant-u-1/delete', {}],
    ['Change level', 'applicants/applicant-u-1/level', { levelName: 'full-kyc-level' }],
    ['Expire SDK tokens', 'access-tokens/expire', { externalUserId: 'u-1' }],
  ])('“%s” asks the sandbox for it', async (name, path, body) => {
    const user = userEvent.setup();
    const sandbox = openPanel();
    await choose(/u-1/);
    await screen.findByRole('option', { name: 'full-kyc-level' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'full-kyc-level');
    await user.click(screen.getByText('Delete…'));
    await user.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(sandbox.posted).toEqual([{ path, body }]));
  });

  test('offers PDFs and videos as links', async () => {
    const images = [
      image('21', null, { mediaType: 'application/pdf' }),
      image('22', null, { mediaType: 'video/mp4' }),
      image('23', null),
    ];
    openPanel({
      people: [
        person('u-1', {
          steps: [{ idDocSetType: 'IDENTITY', ...documents, idDocType: 'PASSPORT', country: 'GBR', images }],
        }),
      ],
    });
    await choose(/u-1/);
    expect(screen.getByRole('link', { name: 'Open PDF' }).getAttribute('href')).toBe('/panel/api/images/21');
    expect(screen.getByRole('link', { name: 'Open video' }).getAttribute('href')).toBe('/panel/api/images/22');
    expect(screen.getByRole('img', { name: 'Open Passport' }).getAttribute('src')).toBe('/panel/api/images/23');
  });
});
