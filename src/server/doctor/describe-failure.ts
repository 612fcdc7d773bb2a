/** A failure in a few words for an operator: its code where it has one, never the values it carries. */
export function describeFailure(error: unknown): string {
  const found = innermost(error);
  const code = found && 'code' in found && typeof found.code === 'string' ? found.code : undefined;
  const known = code && meanings[code];
  return known ?? code ?? (found ? found.message.split('\n')[0] || found.name : 'an unknown failure');
}

const meanings: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ENOTFOUND: 'the name is not known (ENOTFOUND)',
  EAI_AGAIN: 'the name cannot be looked up (EAI_AGAIN)',
  ETIMEDOUT: 'no answer in time (ETIMEDOUT)',
  ECONNRESET: 'the connection was cut (ECONNRESET)',
  '28P01': 'the password is wrong (28P01)',
  '28000': 'the user is not let in (28000)',
  '3D000': 'there is no such database (3D000)',
};

function innermost(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError) return innermost(error.errors[0]) ?? error;
  return innermost(error.cause) ?? error;
}
