import { reasonOf } from './document-uploads';
import type { FlowAction } from './flow';
import { type FrameApi, type FrameApiFailure, requireFailure } from './frame-api';
import type { FrameApplicant, Values } from './frame-contract';
import type { Screen } from './screen';

/** Sends what is filled in: answers, addresses and the codes that prove them. What goes wrong is said beside the form. */
export interface FrameForms {
  giveAnswers(values: Values): Promise<void>;
  sendCode(address: string): Promise<void>;
  confirmCode(code: string): Promise<void>;
}

export interface FrameFormsDependencies {
  readApi(): FrameApi | undefined;
  readScreen(): Screen;
  dispatch(action: FlowAction): void;
  onStepDone(idDocSetType: string, applicant: FrameApplicant): Promise<void>;
  onProblem(failure: FrameApiFailure): void;
}

export function createFrameForms(dependencies: FrameFormsDependencies): FrameForms {
  const { readApi, readScreen, dispatch, onStepDone, onProblem } = dependencies;

  async function send<T>(call: (api: FrameApi) => Promise<T>, take: (answer: T) => void | Promise<void>) {
    const api = readApi();
    if (!api) return;
    dispatch({ name: 'form-sent' });
    try {
      await take(await call(api));
    } catch (error) {
      const failure = requireFailure(error);
      dispatch({ name: 'form-failed', reason: reasonOf(failure) });
      if (failure.kind === 'session-ended' || readScreen().name === 'sending') onProblem(failure);
    }
  }

  return {
    async giveAnswers(values) {
      const screen = readScreen();
      if (screen.name !== 'questionnaire' && screen.name !== 'applicant-data') return;
      const { idDocSetType } = screen.round.step;
      await send(
        api => api.giveAnswers({ idDocSetType, values }),
        applicant => onStepDone(idDocSetType, applicant),
      );
    },
    async sendCode(address) {
      const screen = readScreen();
      if (screen.name !== 'contact') return;
      const { idDocSetType } = screen.round.step;
      dispatch({ name: 'code-asked', address });
      await send(
        api => api.sendCode({ idDocSetType, address }),
        answer => dispatch({ name: 'code-sent', answer }),
      );
    },
    async confirmCode(code) {
      const screen = readScreen();
      if (screen.name !== 'contact') return;
      const { idDocSetType } = screen.round.step;
      await send(
        api => api.confirmCode({ idDocSetType, code }),
        async answer => {
          if (answer.outcome === 'confirmed') await onStepDone(idDocSetType, answer.applicant);
          else dispatch({ name: 'code-refused', trouble: answer });
        },
      );
    },
  };
}
