import { requestListSchema, type SignedRequest } from '../../control/panel-contract';
import { useRead } from '../api/panel-queries';
import { useSandboxNow } from '../clock/sandbox-time';
import { ReadErrorNote } from '../ui/error-note';
import { NarrowingBox } from '../ui/narrowing-box';
import { NewestFirst } from '../ui/newest-first';
import { toExactTime } from '../ui/times';
import { toShortPath } from '../ui/wording';
import { useAddress } from '../use-address';
import { HttpStatus } from './delivery-status';

export function RequestList() {
  const { only } = useAddress();
  const requests = useRead('requests', 'requests', requestListSchema);
  const isNarrowed = only.includes('refused');
  const shown = requests.data?.items.filter(request => !isNarrowed || request.httpStatus >= 400);
  return (
    <section aria-labelledby="requests">
      <header className="heading">
        <h2 id="requests" className="label">
          Requests from the app
        </h2>
        <NarrowingBox narrowing="refused">Refused only</NarrowingBox>
      </header>
      <ReadErrorNote error={requests.error} />
      {shown?.length === 0 && <p className="hint">{isNarrowed ? 'None was refused.' : 'None yet.'}</p>}
      <NewestFirst items={shown ?? []} renderItem={request => <RequestEntry request={request} />} />
    </section>
  );
}

function RequestEntry({ request }: { request: SignedRequest }) {
  const now = useSandboxNow();
  const { path, query } = toShortPath(request.path);
  return (
    <>
      <time dateTime={request.at}>{toExactTime(request.at, now)}</time>
      <strong>
        {request.method} <span title={request.path}>{path}</span>
      </strong>
      <HttpStatus status={request.httpStatus} />
      {query !== '' && <p className="facts">{query}</p>}
      {request.fault !== undefined && <p className="facts warn">fault: {request.fault}</p>}
      {(request.errorCode !== null || request.description !== null) && (
        <p className="facts">
          {request.errorCode !== null && `errorCode ${request.errorCode}: `}
          {request.description}
        </p>
      )}
    </>
  );
}
