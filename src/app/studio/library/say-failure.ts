import type { FailureCode } from '../../api/http';
import type { StudioTextKey } from '../i18n/studio-texts';

const reasons: Partial<Record<FailureCode, StudioTextKey>> = {
  unreachable: 'library.failed.unreachable',
  'database-unavailable': 'library.failed.unreachable',
  'session-required': 'library.failed.session',
  'scope-required': 'library.failed.scope',
  'body-too-large': 'library.failed.tooLarge',
  'malformed-request': 'library.failed.name',
  'not-found': 'library.failed.gone',
  'rate-limited': 'library.failed.limited',
};

export function toReason(code: FailureCode): StudioTextKey {
  return reasons[code] ?? 'library.failed.other';
}
