import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type SessionEnd, sessionEndKey, verificationKey } from '../api/queries';
import { useDependencies } from '../dependencies';
import { SessionDialog } from './session-dialog';
import { type SessionView, watchSession } from './session-watch';

/** Warns before the session ends, and ends it on this page when it is over, whether or not the backend can be asked. */
export function SessionEnding() {
  const client = useQueryClient();
  const { now } = useDependencies();
  const [view, setView] = useState<SessionView>({ is: 'quiet' });
  const ask = useCallback(() => client.refetchQueries({ queryKey: verificationKey }, { throwOnError: true }), [client]);

  useEffect(() => {
    const watch = watchSession({
      readEnd: () => client.getQueryData<SessionEnd>(sessionEndKey),
      now,
      isVisible: () => document.visibilityState === 'visible',
      ask,
      onOver: () => client.setQueryData(verificationKey, null),
    });
    const show = () => setView(watch.getSnapshot());
    const stopShowing = watch.subscribe(show);
    const stopLooking = client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryKey[0] === sessionEndKey[0]) watch.look();
    });
    show();
    return () => {
      stopLooking();
      stopShowing();
      watch.close();
    };
  }, [client, now, ask]);

  return view.is === 'ending' && <SessionDialog key={String(view.end.canStay)} view={view} onStay={ask} />;
}
