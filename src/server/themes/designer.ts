import type { Context } from 'hono';
import type { Config } from '../config';
import { Refusal } from '../problems';
import type { SessionGate } from '../sessions/session-cookie';

/** Whoever may save and publish. */
export interface Designer {
  name: string;
  /** Nobody signed in: a local run is open to anybody who reaches it. */
  isLocal: boolean;
}

export interface DesignerGate {
  read(c: Context): Promise<Designer | undefined>;
  /** @throws {Refusal} `session-required`, `scope-required` */
  require(c: Context): Promise<Designer>;
}

const local: Designer = { name: 'local', isLocal: true };

/** A session with the designer's scope; where anybody can enter, and it is not production, everybody. */
export function createDesignerGate(
  gate: SessionGate,
  { signIn, isProduction }: Pick<Config, 'signIn' | 'isProduction'>,
): DesignerGate {
  const isOpen = signIn.kind === 'open' && !isProduction;

  async function requireDesigner(c: Context): Promise<Designer> {
    try {
      const { staffId } = await gate.requireScope(c, 'designer');
      return { name: staffId, isLocal: false };
    } catch (error) {
      if (isOpen && isRefused(error)) return local;
      throw error;
    }
  }

  return {
    require: requireDesigner,
    read: c =>
      requireDesigner(c).catch((error: unknown) => {
        if (isRefused(error)) return undefined;
        throw error;
      }),
  };
}

function isRefused(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'session-required' || error.code === 'scope-required');
}
