import type { Pace, Player, PlayInput } from '../../control/scenario-contract';

export type Subject = 'chosen' | 'next' | 'named';

/** What is filled in to play a scenario. */
export interface PlayDraft {
  subject: Subject;
  externalUserId: string;
  person: Player;
  pace: Pace;
  /** Whether somebody who was decided, held or deactivated begins anew. */
  startOver: boolean;
  /** Empty: the usual one. */
  levelName: string;
  lang: string;
}

export function toPlay(draft: PlayDraft, chosenId: string | null): PlayInput {
  const { person, pace, levelName, lang } = draft;
  return {
    ...toSubject(draft, chosenId),
    person,
    pace,
    ...(draft.subject === 'next' ? {} : { startOver: draft.startOver }),
    ...(person === 'sandbox' && levelName !== '' ? { levelName } : {}),
    ...(person === 'sandbox' && draft.subject !== 'chosen' ? { lang } : {}),
  };
}

function toSubject({ subject, externalUserId }: PlayDraft, chosenId: string | null) {
  switch (subject) {
    case 'chosen':
      return chosenId === null ? { next: true as const } : { applicantId: chosenId };
    case 'next':
      return { next: true as const };
    case 'named':
      return { externalUserId: externalUserId.trim() };
  }
}
