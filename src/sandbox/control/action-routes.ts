import type { Hono } from 'hono';
import { toReviewAnswer } from '../api/applicant-answers';
import type { SandboxEnv } from '../api/wire-path';
import type { ActionStore } from '../applicants/action-store';
import { type ActionRecord, decideAction, holdAction } from '../applicants/actions';
import { parseJson } from '../read-body';
import type { PanelAction } from './action-contract';
import { readText } from './guard-panel';
import { verdictSchema } from './panel-contract';
import { toDecision, toStepDetails } from './panel-routes';

/** The reviewer's side of actions. */
export function addActionRoutes(app: Hono<SandboxEnv>, { actions }: { actions: ActionStore }): void {
  app.get('/panel/api/actions', c =>
    Response.json({ items: actions.list(c.req.query('applicantId')).map(toPanelAction) }),
  );
  app.get('/panel/api/actions/:actionId', c => Response.json(toPanelAction(actions.require(c.req.param('actionId')))));
  app.post('/panel/api/actions/:actionId/verdict', async c => {
    const decision = toDecision(parseJson(verdictSchema, await readText(c)));
    const changed = actions.change(c.req.param('actionId'), 'applicantActionReviewed', (action, at) =>
      decideAction(action, decision, at),
    );
    return Response.json(toPanelAction(changed));
  });
  app.post('/panel/api/actions/:actionId/hold', c =>
    Response.json(toPanelAction(actions.change(c.req.param('actionId'), 'applicantActionOnHold', holdAction))),
  );
}

function toPanelAction(action: ActionRecord): PanelAction {
  const { actionId, applicantId, environment, externalUserId, externalActionId, levelName } = action;
  return {
    ...{ actionId, applicantId, environment, externalUserId, externalActionId, levelName },
    review: toReviewAnswer(action),
    steps: toStepDetails(action),
    createdAt: new Date(action.createdAt).toISOString(),
    changedAt: new Date(action.changedAt).toISOString(),
  };
}
