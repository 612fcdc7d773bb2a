import * as v from 'valibot';
import type { PanelAction } from '../../control/action-contract';
import type { Verdict } from '../../control/panel-contract';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { toStanding } from '../people/standing';
import { StandingPill } from '../people/standing-pill';
import { ReadErrorNote } from '../ui/error-note';
import { Outcome } from '../ui/outcome';
import { toWords } from '../ui/wording';
import { Values } from './form-card';
import { useActionsOf } from './person-queries';

type Decision = { command: 'verdict'; body: Verdict } | { command: 'hold'; body: Record<string, never> };

const decisions = [
  ['GREEN', { command: 'verdict', body: { reviewAnswer: 'GREEN' } }],
  ['RED, may try again', { command: 'verdict', body: { reviewAnswer: 'RED', reviewRejectType: 'RETRY' } }],
  ['RED, final', { command: 'verdict', body: { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } }],
  ['On hold', { command: 'hold', body: {} }],
] as const satisfies readonly (readonly [string, Decision])[];

/** Checks of a person after the first one, each with an answer of its own. */
export function ActionList({ applicantId }: { applicantId: string }) {
  const actions = useActionsOf(applicantId);
  return (
    <>
      <ReadErrorNote error={actions.error} />
      {actions.data !== undefined && actions.data.items.length > 0 && (
        <section className="actions" aria-labelledby="actions">
          <h3 id="actions" className="label">
            Actions
          </h3>
          <ul>
            {actions.data.items.map(action => (
              <ActionCard key={action.actionId} action={action} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ActionCard({ action }: { action: PanelAction }) {
  const decision = useAction((http, { command, body }: Decision) =>
    http.send({ path: toPath('actions', action.actionId, command), body }, v.unknown()),
  );
  const standing = toStanding({ presence: 'active', review: action.review });
  return (
    <li className="card form">
      <div className="line">
        <strong>{action.externalActionId}</strong> <StandingPill standing={standing} />
      </div>
      <small>{action.levelName}</small>
      {action.steps.map(step => (
        <div key={step.idDocSetType}>
          {toWords(step.idDocSetType)}: {step.images.length > 0 ? `${step.images.length} files` : step.state}
          {step.values && <Values values={step.values} />}
        </div>
      ))}
      <div className="line">
        {decisions.map(([words, chosen]) => (
          <button key={words} type="button" onClick={() => decision.mutate(chosen)}>
            {words} <span className="aside-text">for {action.externalActionId}</span>
          </button>
        ))}
      </div>
      <Outcome action={decision} />
    </li>
  );
}
