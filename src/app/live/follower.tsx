import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Verification } from '#contract/verification';
import type { Link } from '../api/status-stream';
import { useDependencies } from '../dependencies';
import { SessionEnding } from '../session/session-ending';
import { followVerification } from './follow-verification';
import { useLateChanges } from './use-late-changes';

export interface FollowerProps {
  /** What the page knew first. */
  first: Verification;
  verification: Verification;
  onLink: (link: Link) => void;
  onBehind: (isBehind: boolean) => void;
}

/** Everything that goes on by itself while a person is known: the stream, what is announced, the end of the session. */
export function Follower({ first, verification, onLink, onBehind }: FollowerProps) {
  const client = useQueryClient();
  const dependencies = useDependencies();
  const { reference } = verification;
  useEffect(
    () => followVerification({ ...dependencies, client, reference, onLink }),
    [dependencies, client, reference, onLink],
  );
  useLateChanges(first, verification, onBehind);
  return <SessionEnding />;
}
