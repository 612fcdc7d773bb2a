import type { ReactNode } from 'react';
import { type FailureCode, ProblemError } from '../api/http';
import { useDependencies } from '../dependencies';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';
import { Button } from './button';
import { Screen } from './screen';

type ProblemKind = 'unreachable' | 'busy' | 'provider' | 'ours' | 'session' | 'expired' | 'invalid' | 'used';

const kinds: Partial<Record<FailureCode, ProblemKind>> = {
  unreachable: 'unreachable',
  'rate-limited': 'busy',
  'attempts-used': 'busy',
  'streams-full': 'busy',
  'provider-refused': 'provider',
  'provider-unreachable': 'provider',
  'session-required': 'session',
  'hand-over-required': 'session',
  'hand-over-expired': 'expired',
  'hand-over-invalid': 'invalid',
  'hand-over-used': 'used',
};

function toKind(error: Error): ProblemKind {
  return (error instanceof ProblemError && kinds[error.code]) || 'ours';
}

/** What happened and what to do, in the words of the problem's kind. */
export function useProblemText(error: Error | null): { heading: string; text: string } | undefined {
  const { t } = useLanguage();
  const { now } = useDependencies();
  const { toTime } = useFormat();
  if (!error) return undefined;
  const kind = toKind(error);
  const heading = t(`problem.${kind}.heading`);
  const waitSeconds = error instanceof ProblemError ? error.retryAfterSeconds : undefined;
  if (kind === 'busy' && waitSeconds !== undefined) {
    // Rounded up to the minute that is shown. No limit is longer than a day, so that it can only be the next such time.
    return { heading, text: t('problem.busy.until', { time: toTime(now() + waitSeconds * 1000 + 59_000) }) };
  }
  return { heading, text: t(`problem.${kind}.text`) };
}

/** `ways` stand in place of another try where that helps nobody. */
export function ProblemScreen({
  error,
  ways,
  onTryAgain,
}: { error: Error } & ({ ways: ReactNode; onTryAgain?: never } | { ways?: never; onTryAgain: () => void })) {
  const { t } = useLanguage();
  const problem = useProblemText(error);
  const requestId = error instanceof ProblemError ? error.requestId : undefined;
  return (
    <Screen
      name={`problem-${toKind(error)}`}
      title={t('title.problem')}
      door="closed"
      heading={problem?.heading ?? ''}
      lead={problem?.text}
      actions={onTryAgain ? <Button onPress={onTryAgain}>{t('tryAgain')}</Button> : ways}
    >
      {requestId && <p className="note">{t('problem.reference', { requestId })}</p>}
    </Screen>
  );
}
