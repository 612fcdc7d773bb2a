import type { Requirement } from '#contract/requirements';

/** What a person has to have at hand for a level, each thing once, in the order of its steps. */
export type NeedOfLevel =
  | { is: 'document'; which: 'one' | 'choice' | 'further'; documents: readonly string[] }
  | { is: 'address'; documents: readonly string[] }
  | { is: 'camera'; for: 'photo' | 'film' | 'documents' }
  | { is: 'contact' | 'questions' | 'other' };

export function toNeeds(requirements: readonly Requirement[]): NeedOfLevel[] {
  const needs: NeedOfLevel[] = [];
  const addOnce = (need: NeedOfLevel) => {
    if (!needs.some(({ is }) => is === need.is)) needs.push(need);
  };
  for (const asked of requirements) {
    switch (asked.need) {
      case 'identity': {
        const isFurther = needs.some(({ is }) => is === 'document');
        const which = isFurther ? 'further' : asked.documents.length > 1 ? 'choice' : 'one';
        needs.push({ is: 'document', which, documents: asked.documents });
        break;
      }
      case 'address':
        addOnce({ is: 'address', documents: asked.documents });
        break;
      case 'selfie':
        break;
      default:
        addOnce({ is: asked.need });
    }
  }
  const camera = toCamera(requirements);
  return camera ? [...needs, { is: 'camera', for: camera }] : needs;
}

function toCamera(requirements: readonly Requirement[]): 'photo' | 'film' | 'documents' | undefined {
  const selfies = requirements.filter(asked => asked.need === 'selfie');
  if (selfies.some(({ as }) => as === 'film')) return 'film';
  if (selfies.length > 0) return 'photo';
  return requirements.some(({ need }) => need === 'identity' || need === 'address') ? 'documents' : undefined;
}
