import type { Provider } from './provider';

/**
 * Where a promise is written: IDnGO's own documents and FAQ `I`, Cyberity `C`, Sumsub `S`, public integrations `G`; `?`
 * is inferred by us, which only the sandbox is held to.
 */
export type Evidence = 'I' | 'C' | 'S' | 'G' | '?';

/** Something that a provider of this family does, in a sentence. */
export interface ProviderPromise {
  sentence: string;
  evidence: readonly Evidence[];
  /** What it needs beside an address and credentials. */
  needs?: 'other-level' | 'action-level' | 'webhooks';
  /** Throws where it is not kept. */
  ask(provider: Provider): Promise<void>;
}

export function promise(
  sentence: string,
  evidence: readonly Evidence[],
  ask: ProviderPromise['ask'],
  needs?: ProviderPromise['needs'],
): ProviderPromise {
  return { sentence, evidence, ask, ...(needs ? { needs } : {}) };
}

export function isInferred({ evidence }: ProviderPromise): boolean {
  return evidence.includes('?');
}

/** Whether a provider has what is needed to ask it. */
export function canBeAsked({ needs }: ProviderPromise, provider: Provider): boolean {
  switch (needs) {
    case 'other-level':
      return provider.otherLevelName !== undefined;
    case 'action-level':
      return provider.actionLevelName !== undefined;
    case 'webhooks':
      return provider.webhooks !== undefined;
    default:
      return true;
  }
}
