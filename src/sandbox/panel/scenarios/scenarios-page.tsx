import { Link } from 'wouter';
import type { ScenarioView } from '../../control/scenario-contract';
import { ReadErrorNote } from '../ui/error-note';
import { LandingHeading } from '../ui/landing-heading';
import { View } from '../ui/view';
import { useAddress } from '../use-address';
import { MoveList } from './move-list';
import { PlayForm } from './play-form';
import { RunList } from './run-list';
import { useRuns, useScenarios } from './scenario-queries';

export function ScenariosPage({ chosen }: { chosen: string | null }) {
  const scenarios = useScenarios();
  const runs = useRuns();
  const items = scenarios.data?.items;
  const scenario = items?.find(({ name }) => name === chosen);
  const isUnknown = chosen !== null && items !== undefined && scenario === undefined;
  const { toHref } = useAddress();
  return (
    <View
      title="Scenarios"
      lead="A scenario decides for you, move by move, as IDnGO would. Without one, nothing happens until you decide by hand."
    >
      <ReadErrorNote error={scenarios.error ?? runs.error} />
      {isUnknown && (
        <p className="error" role="alert">
          There is no scenario “{chosen}”. Choose one below.
        </p>
      )}
      {scenario && <ChosenScenario key={scenario.name} scenario={scenario} />}
      <RunList runs={runs.data?.items ?? []} />
      <section aria-labelledby="catalogue">
        <h3 id="catalogue" className="label">
          {scenario ? 'Other scenarios' : 'To play'}
        </h3>
        <ul className="catalogue">
          {items
            ?.filter(each => each !== scenario)
            .map(({ name, title, sentence }) => (
              <li key={name}>
                <Link className="row" href={toHref({ place: { name: 'scenarios', scenario: name } })}>
                  <strong>{title}</strong> <small>{sentence}</small>
                </Link>
              </li>
            ))}
        </ul>
      </section>
    </View>
  );
}

function ChosenScenario({ scenario: chosen }: { scenario: ScenarioView }) {
  const { title, sentence, levelName, moves } = chosen;
  return (
    <section className="card chosen" aria-labelledby="chosen">
      <LandingHeading as="h3" id="chosen">
        {title}
      </LandingHeading>
      <p>{sentence}</p>
      <MoveList moves={moves} isRunning={false} />
      {levelName !== null && <p className="hint">Made for people at {levelName}.</p>}
      <PlayForm scenario={chosen} />
    </section>
  );
}
