import { skipToken, useQuery } from '@tanstack/react-query';
import { handedOffKey } from './queries';

/** Whether a hand-off brought the person to this device; known with their verification. */
export function useHandedOff(): boolean {
  return useQuery<boolean>({ queryKey: handedOffKey, queryFn: skipToken }).data === true;
}
