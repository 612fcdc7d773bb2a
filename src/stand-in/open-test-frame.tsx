import { act, render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { type Mock, vi } from 'vitest';
import type { HostMessage, InitMessage } from '#idngo/web-sdk';
import type { FrameApi } from './frame-api';
import { sampleApplicant } from './frame-applicant-samples';
import type { FrameApplicant, FrameStep } from './frame-contract';
import { FramePage } from './frame-page';
import { createFrameSession } from './frame-session';

export interface TestFrame {
  /** What the frame's server answers with; a test may change it. */
  server: { applicant: FrameApplicant };
  api: { [Name in keyof FrameApi]: Mock<FrameApi[Name]> };
  events: [string, object][];
  user: UserEvent;
  tell(message: HostMessage): void;
  /** Takes a step of the server's applicant as given. */
  receive(idDocSetType: string, change?: object): FrameApplicant;
}

/** The whole page on a launch of its own, with a server that a test plays. */
export function openTestFrame(applicant: Partial<FrameApplicant>, init: Partial<InitMessage> = {}): TestFrame {
  const server = { applicant: sampleApplicant(applicant) };
  const answer = async () => server.applicant;
  const events: [string, object][] = [];
  let listener: (message: HostMessage) => void = () => undefined;
  const api: TestFrame['api'] = {
    applicant: vi.fn<FrameApi['applicant']>(answer),
    upload: vi.fn<FrameApi['upload']>(async () => ({ imageId: '1', errors: [], warnings: [] })),
    giveAnswers: vi.fn<FrameApi['giveAnswers']>(answer),
    image: vi.fn<FrameApi['image']>(async () => new Blob(['x'], { type: 'application/pdf' })),
    sendCode: vi.fn<FrameApi['sendCode']>(async () => ({ outcome: 'sent', codeLength: 6, waitSecs: 30 })),
    confirmCode: vi.fn<FrameApi['confirmCode']>(async () => ({
      outcome: 'confirmed',
      applicant: server.applicant,
    })),
    createLink: vi.fn<FrameApi['createLink']>(),
    submit: vi.fn<FrameApi['submit']>(async () => {
      server.applicant = { ...server.applicant, review: { reviewStatus: 'pending' } };
      return server.applicant;
    }),
  };
  const session = createFrameSession({
    channel: {
      announceReady: () => undefined,
      emit: (name, payload = {}) => events.push([name, payload]),
      listen(heard) {
        listener = heard;
        return () => undefined;
      },
    },
    createApi: () => api,
    clock: {
      now: Date.now,
      isVisible: () => true,
      onVisible: () => () => undefined,
      schedule: () => () => undefined,
    },
    onInit: () => undefined,
  });
  const tell = (message: HostMessage) => act(() => listener(message));
  render(<FramePage session={session} scrollsIntoView={() => false} />);
  tell({ method: 'idCheck.init', accessToken: 'token', lang: 'en', ...init });
  return {
    server,
    api,
    events,
    user: userEvent.setup(),
    tell,
    receive(idDocSetType, change = {}) {
      const steps = server.applicant.steps.map(step =>
        step.idDocSetType === idDocSetType ? ({ ...step, state: 'received', ...change } as FrameStep) : step,
      );
      server.applicant = { ...server.applicant, steps };
      return server.applicant;
    },
  };
}
