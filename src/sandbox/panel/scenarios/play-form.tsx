import { type FormEvent, useState } from 'react';
import { type PlayAnswer, playAnswerSchema, type ScenarioView } from '../../control/scenario-contract';
import { useLevels } from '../api/levels';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { useApplicants } from '../person/person-queries';
import { Choice } from '../ui/choice';
import { Outcome } from '../ui/outcome';
import { useAddress } from '../use-address';
import { type PlayDraft, type Subject, toPlay } from './play-draft';

const languages = [
  ['en', 'English'],
  ['ru', 'Russian'],
  ['kk', 'Kazakh'],
  ['ar', 'Arabic'],
] as const;

export function PlayForm({ scenario }: { scenario: ScenarioView }) {
  const { applicantId } = useAddress();
  const person = useApplicants().data?.items.find(each => each.applicantId === applicantId);
  const chosen = person?.presence === 'deleted' ? undefined : person;
  const [changes, setDraft] = useState<Partial<PlayDraft>>({});
  const draft: PlayDraft = {
    subject: chosen ? 'chosen' : 'next',
    externalUserId: '',
    person: 'themselves',
    pace: 'real',
    startOver: true,
    levelName: '',
    lang: 'en',
    ...changes,
  };
  const change = (made: Partial<PlayDraft>) => setDraft({ ...changes, ...made });
  const play = useAction(http =>
    http.send(
      { path: toPath('scenarios', scenario.name, 'play'), body: toPlay(draft, chosen?.applicantId ?? null) },
      playAnswerSchema,
    ),
  );

  function start(event: FormEvent) {
    event.preventDefault();
    if (!play.isPending) play.mutate(undefined);
  }

  const subjects: readonly (readonly [Subject, string])[] = [
    ...(chosen ? [['chosen', chosen.externalUserId] as const] : []),
    ['next', 'The next new person'],
    ['named', 'Somebody else, by user id'],
  ];
  return (
    <form className="play" onSubmit={start}>
      <Choice
        name="subject"
        legend="For whom"
        className="buttons"
        options={subjects}
        value={draft.subject}
        onChoose={subject => change({ subject })}
      />
      {draft.subject === 'named' && (
        <label>
          User id, as your app names the person
          <input
            value={draft.externalUserId}
            onChange={event => change({ externalUserId: event.currentTarget.value })}
            required
            autoComplete="off"
          />
        </label>
      )}
      <Choice
        name="person"
        legend="Who fills in the forms and takes the photos"
        className="buttons"
        options={[
          ['themselves', 'The person, in the app'],
          ['sandbox', 'The sandbox'],
        ]}
        value={draft.person}
        onChoose={player => change({ person: player })}
      />
      {draft.person === 'sandbox' && <SandboxPersonFields draft={draft} change={change} />}
      <label className="inline">
        <input
          type="checkbox"
          checked={draft.pace === 'fast'}
          onChange={event => change({ pace: event.currentTarget.checked ? 'fast' : 'real' })}
        />
        In a hurry: no pause longer than two seconds
      </label>
      {draft.subject !== 'next' && (
        <label className="inline">
          <input
            type="checkbox"
            checked={draft.startOver}
            onChange={event => change({ startOver: event.currentTarget.checked })}
          />
          Begin anew where a verdict was given already
        </label>
      )}
      <div className="line">
        <button type="submit" className="main" aria-disabled={play.isPending}>
          Play
        </button>
        <Outcome action={play}>{play.data && toNews(play.data)}</Outcome>
      </div>
    </form>
  );
}

interface FieldsProps {
  draft: PlayDraft;
  change: (made: Partial<PlayDraft>) => void;
}

function SandboxPersonFields({ draft, change }: FieldsProps) {
  const levels = useLevels();
  return (
    <div className="line">
      <label className="inline">
        Level
        <select value={draft.levelName} onChange={event => change({ levelName: event.currentTarget.value })}>
          <option value="">the usual one</option>
          {levels.data?.items
            .filter(level => level.type !== 'actions')
            .map(level => (
              <option key={level.levelName}>{level.levelName}</option>
            ))}
        </select>
      </label>
      {draft.subject !== 'chosen' && (
        <label className="inline">
          Language
          <select value={draft.lang} onChange={event => change({ lang: event.currentTarget.value })}>
            {languages.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function toNews({ run, replaced }: PlayAnswer): string {
  const whom = run.externalUserId ?? 'the next new person';
  const ended = replaced === null ? '' : ` “${replaced.title}” was stopped for it.`;
  return `“${run.title}” is played for ${whom}.${ended}`;
}
