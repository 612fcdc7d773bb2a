/** Places for streams: so many in all, so many for one verification. Counting costs the same however many are open. */
export interface StreamRoom {
  /** Takes a place; returns how to give it back, or undefined where there is none. */
  take(verificationId: string): (() => void) | undefined;
}

export function createStreamRoom({ inAll, perPerson }: { inAll: number; perPerson: number }): StreamRoom {
  const taken = new Map<string, number>();
  let total = 0;

  return {
    take(verificationId) {
      const own = taken.get(verificationId) ?? 0;
      if (total >= inAll || own >= perPerson) return undefined;
      taken.set(verificationId, own + 1);
      total += 1;
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        total -= 1;
        const left = (taken.get(verificationId) ?? 1) - 1;
        if (left === 0) taken.delete(verificationId);
        else taken.set(verificationId, left);
      };
    },
  };
}
