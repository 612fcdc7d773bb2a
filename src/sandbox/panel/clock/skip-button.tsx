import { ErrorNote } from '../ui/error-note';
import { toExactTime } from '../ui/times';
import { useSandboxNow } from './sandbox-time';
import { useAdvance } from './use-advance';

/** Moves the clock to a moment that something waits for. */
export function SkipButton({ until, what }: { until: string; what: string }) {
  const advance = useAdvance();
  const now = useSandboxNow();
  const skip = () => {
    const seconds = Math.max(0, (Date.parse(until) - now.getTime()) / 1_000);
    if (!advance.isPending) advance.mutate(Math.ceil(seconds));
  };
  return (
    <>
      <button type="button" className="small" aria-disabled={advance.isPending} onClick={skip}>
        Skip to {toExactTime(until, now)} <span className="aside-text">for {what}</span>
      </button>
      <ErrorNote error={advance.error} />
    </>
  );
}
