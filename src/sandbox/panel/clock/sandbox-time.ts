import { useEffect, useState } from 'react';
import { type ClockReading, clockSchema } from '../../control/clock-contract';
import { useRead } from '../api/panel-queries';

/** The sandbox's time at every render, and what it is ahead of real time by. */
export interface SandboxTime {
  now: Date;
  aheadMs: number;
}

export function useSandboxTime(): SandboxTime {
  const clock = useRead('clock', 'clock', clockSchema);
  return toSandboxTime(clock.data, clock.dataUpdatedAt, Date.now());
}

/** Times without the clock's own passing: which day is today hardly changes while one looks. */
export function useSandboxNow(): Date {
  return useSandboxTime().now;
}

/** The same, kept going. */
export function useTickingSandboxTime(everyMs = 1_000): SandboxTime {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return useSandboxTime();
}

export function toSandboxTime(reading: ClockReading | undefined, readAt: number, realNow: number): SandboxTime {
  if (reading === undefined) return { now: new Date(realNow), aheadMs: 0 };
  return { now: new Date(Date.parse(reading.now) + realNow - readAt), aheadMs: reading.offsetMs };
}
