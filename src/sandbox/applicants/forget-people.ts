import type { SentWebhookType } from '../webhooks/compose-webhook';
import type { ApplicantStore } from './store';

interface KeepsPersonalData {
  forget(applicantId: string): void;
}

/** Has the keepers forget whoever is deleted or erased, and at once who was deleted when the process was killed before they could. */
export function forgetPeople(store: Pick<ApplicantStore, 'list' | 'onChange'>, keepers: KeepsPersonalData[]): void {
  const forget = (applicantId: string) => {
    for (const keeper of keepers) keeper.forget(applicantId);
  };
  for (const { applicantId, presence } of store.list()) if (presence === 'deleted') forget(applicantId);
  store.onChange(({ applicantId }, webhook) => {
    if (endsPersonalData(webhook)) forget(applicantId);
  });
}

export function endsPersonalData(webhook: SentWebhookType | null): boolean {
  return webhook === 'applicantDeleted' || webhook === 'applicantPersonalDataDeleted';
}
