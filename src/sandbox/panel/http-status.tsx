/** The answer of the other side: null where there was none, undefined where nobody asked yet. */
export function HttpStatus({ status }: { status: number | null | undefined }) {
  if (status === undefined) return <span className="status">waiting</span>;
  if (status === null) return <span className="status bad">no answer</span>;
  return <span className={status < 300 ? 'status good' : 'status bad'}>{status}</span>;
}
