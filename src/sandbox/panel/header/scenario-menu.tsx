import * as v from 'valibot';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { useRunning, useScenarios } from '../scenarios/scenario-queries';
import { ErrorNote } from '../ui/error-note';
import { Menu, MenuAction, MenuGroup, MenuLink } from '../ui/menu';
import { useAddress } from '../use-address';

/** Which scenario plays for whom one looks at, and the way to every other. */
export function ScenarioMenu() {
  const { applicantId, place, toHref } = useAddress();
  const scenarios = useScenarios();
  const running = useRunning();
  const stop = useAction((http, runId: string) =>
    http.send({ path: toPath('scenario-runs', runId, 'stop') }, v.unknown()),
  );
  const own = running.find(run => run.applicantId === applicantId);
  const chosen = place.name === 'scenarios' ? place.scenario : undefined;
  return (
    <>
      <Menu label={<>Scenario: {own?.title ?? toSummary(applicantId === null ? running.length : 0)}</>}>
        <MenuLink href={toHref({ place: { name: 'scenarios', scenario: null } })} isCurrent={chosen === null}>
          All scenarios, and what is played now
        </MenuLink>
        {own && <MenuAction onChoose={() => stop.mutate(own.runId)}>Stop “{own.title}”</MenuAction>}
        <MenuGroup label="Play">
          {scenarios.data?.items.map(({ name, title }) => (
            <MenuLink
              key={name}
              href={toHref({ place: { name: 'scenarios', scenario: name } })}
              isCurrent={chosen === name}
            >
              {title}
            </MenuLink>
          ))}
        </MenuGroup>
      </Menu>
      <p role="status" className="aside-text">
        {stop.isSuccess && 'The scenario is stopped.'}
      </p>
      <ErrorNote error={stop.error} />
    </>
  );
}

function toSummary(runningCount: number): string {
  return runningCount === 0 ? 'by hand' : `${runningCount} played`;
}
