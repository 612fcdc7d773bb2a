import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ApiError } from '../api-error';
import { createJsonFiles } from '../json-files';
import type { ApiFault, DeliveryFault, NewFault, SetFault } from './fault-contract';

type StoredFault = NewFault & { faultId: string; setAt: number; left: number | null };

interface DeliverySubject {
  applicantId: string;
  externalUserId: string;
  type: string;
}

export interface Faults {
  /** Oldest first. */
  list(): SetFault[];
  set(fault: NewFault): SetFault;
  /** Throws 404. */
  remove(faultId: string): void;
  clear(): void;
  /** The first fault that fits a webhook that is about to go out, counted down; null where there is none. */
  takeForDelivery(delivery: DeliverySubject, accepts: (fault: DeliveryFault) => boolean): DeliveryFault | null;
  /** The same for a request; `path` as it was sent. */
  takeForRequest(path: string): { faultId: string; fault: ApiFault } | null;
  /** Called with the fault that was removed by somebody, or `all`. */
  onRemoved(listener: (removed: SetFault | 'all') => void): void;
}

/** The faults that are set; they are still set after a restart. */
export function createFaults({
  dataDir,
  now,
  onChange = () => undefined,
}: {
  dataDir: string;
  now: () => number;
  onChange?: () => void;
}): Faults {
  const files = createJsonFiles<StoredFault>(join(dataDir, 'faults'));
  const faults = new Map(
    files
      .readAll()
      .toSorted((a, b) => a.setAt - b.setAt)
      .map(fault => [fault.faultId, fault]),
  );
  const listeners: ((removed: SetFault | 'all') => void)[] = [];

  function save(fault: StoredFault): void {
    faults.set(fault.faultId, fault);
    files.write(fault.faultId, fault);
    onChange();
  }

  function forget(faultId: string): void {
    faults.delete(faultId);
    files.remove(faultId);
    onChange();
  }

  function countDown(fault: StoredFault): void {
    if (fault.left === null) return;
    const left = fault.left - 1;
    if (left > 0 || hangsUntilCleared(fault)) save({ ...fault, left });
    else forget(fault.faultId);
  }

  const listEffective = () => [...faults.values()].filter(fault => fault.left !== 0);

  return {
    list: () => [...faults.values()].map(toSetFault),
    set(fault) {
      const stored = { ...fault, faultId: randomUUID(), setAt: now(), left: fault.times };
      save(stored);
      return toSetFault(stored);
    },
    remove(faultId) {
      const fault = faults.get(faultId);
      if (!fault) throw new ApiError(404, `Fault ${faultId} is not set: it may be used up`);
      forget(faultId);
      for (const listener of listeners) listener(toSetFault(fault));
    },
    clear() {
      for (const faultId of [...faults.keys()]) forget(faultId);
      for (const listener of listeners) listener('all');
    },
    takeForDelivery(delivery, accepts) {
      for (const stored of listEffective()) {
        if (stored.target !== 'receiver' || !concerns(stored.only, delivery) || !accepts(stored.fault)) continue;
        countDown(stored);
        return stored.fault;
      }
      return null;
    },
    takeForRequest(path) {
      for (const stored of listEffective()) {
        if (stored.target !== 'api' || !path.startsWith(stored.only.pathPrefix ?? '')) continue;
        countDown(stored);
        return { faultId: stored.faultId, fault: stored.fault };
      }
      return null;
    },
    onRemoved(listener) {
      listeners.push(listener);
    },
  };
}

/** Stays listed when it is used up, so that there is something to clear. */
function hangsUntilCleared({ fault }: StoredFault): boolean {
  return fault.name === 'time-out' && fault.seconds === null;
}

function concerns(
  only: { applicantId?: string | undefined; externalUserId?: string | undefined; type?: string | undefined },
  delivery: DeliverySubject,
): boolean {
  return (
    (only.applicantId ?? delivery.applicantId) === delivery.applicantId &&
    (only.externalUserId ?? delivery.externalUserId) === delivery.externalUserId &&
    (only.type ?? delivery.type) === delivery.type
  );
}

function toSetFault({ times: _, ...stored }: StoredFault): SetFault {
  return { ...stored, setAt: new Date(stored.setAt).toISOString() };
}
