import type { CodeChecked, CodeSent } from './frame-contract';
import type { Saving } from './screen';

/** An address is asked for, then the code that was sent there. `codesSent` counts those of this visit. */
export type ContactStage =
  | { name: 'asking'; address: string; saving: ContactSaving }
  | { name: 'confirming'; address: string; codeLength: number; codesSent: number; saving: ContactSaving };

export type ContactSaving = Saving | { name: 'troubled'; trouble: ContactTrouble };

/** What the server answers in place of what was hoped for. */
export type ContactTrouble =
  | Exclude<CodeChecked, { outcome: 'confirmed' }>
  | { outcome: Extract<CodeSent['outcome'], 'too-soon'>; waitSecs: number };

export type ContactAction =
  | { name: 'code-asked'; address: string }
  | { name: 'code-sent'; answer: CodeSent }
  | { name: 'code-refused'; trouble: ContactTrouble }
  | { name: 'address-reopened' };

export function reduceContact(stage: ContactStage, action: ContactAction): ContactStage {
  switch (action.name) {
    case 'code-asked':
      return { ...stage, address: action.address };
    case 'code-sent': {
      const { outcome, codeLength, waitSecs } = action.answer;
      const sentBefore = stage.name === 'confirming' ? stage.codesSent : 0;
      return {
        name: 'confirming',
        address: stage.address,
        codeLength,
        codesSent: outcome === 'sent' ? sentBefore + 1 : sentBefore,
        saving: outcome === 'sent' ? { name: 'idle' } : { name: 'troubled', trouble: { outcome, waitSecs } },
      };
    }
    case 'code-refused':
      return { ...stage, saving: { name: 'troubled', trouble: action.trouble } };
    case 'address-reopened':
      return { name: 'asking', address: stage.address, saving: { name: 'idle' } };
  }
}
