import { Link } from 'wouter';
import { ErrorNote } from '../ui/error-note';
import { toDateAndTime, toDuration, unitMs } from '../ui/times';
import { useAddress } from '../use-address';
import { useTickingSandboxTime } from './sandbox-time';
import { useAdvance } from './use-advance';

const leaps = [
  [unitMs.hour / 1000, '+1 h', 'move the clock forward by an hour'],
  [unitMs.day / 1000, '+1 d', 'move the clock forward by a day'],
] as const;

/** The sandbox's time, in the header, and the two leaps that are wanted most. */
export function ClockControl() {
  const { place, toHref } = useAddress();
  const { now, aheadMs } = useTickingSandboxTime();
  const advance = useAdvance();
  const shown = toDateAndTime(now, new Date());
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label="The sandbox’s clock" className={aheadMs > 0 ? 'clock warn' : 'clock'}>
      <Link href={toHref({ place: { name: 'clock' } })} aria-current={place.name === 'clock' ? 'page' : undefined}>
        <span className="aside-text">The sandbox’s clock: </span>
        <time dateTime={now.toISOString()}>{shown}</time>
        {aheadMs > 0 && <small> {toDuration(aheadMs)} ahead</small>}
      </Link>
      {leaps.map(([seconds, text, meaning]) => (
        <button
          key={text}
          type="button"
          aria-disabled={advance.isPending}
          onClick={() => !advance.isPending && advance.mutate(seconds)}
        >
          {text}
          <span className="aside-text">: {meaning}</span>
        </button>
      ))}
      <span role="status" className="aside-text">
        {advance.data && `The sandbox’s clock is at ${toDateAndTime(new Date(advance.data.now), new Date())}.`}
      </span>
      <ErrorNote error={advance.error} />
    </div>
  );
}
