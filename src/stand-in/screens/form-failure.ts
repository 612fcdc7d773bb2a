import type { Saving } from '../screen';
import type { TextKey, Texts } from '../texts';
import type { ErrorMessage } from './error-messages';

/** Why what was filled in did not arrive; it stays on the screen. */
export function listFormFailure(
  saving: Saving | { name: 'troubled' },
  texts: Texts,
  title: TextKey = 'form.failedTitle',
): ErrorMessage[] {
  if (saving.name !== 'failed') return [];
  return [{ id: 'form-failure', kind: 'error', title: texts.say(title), text: sayReason(saving.reason, texts) }];
}

function sayReason(reason: Extract<Saving, { name: 'failed' }>['reason'], texts: Texts): string {
  if (reason === 'offline') return texts.say('form.failedOffline');
  return texts.sayNamed('problems', reason);
}
