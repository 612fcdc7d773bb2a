import * as v from 'valibot';
import { reviewSchema } from '#idngo/review';
import { applicantDetailSchema } from './panel-contract';

/** Actions as the panel and scripts see them. Times are ISO 8601 in UTC. */
export const panelActionSchema = v.object({
  actionId: v.string(),
  applicantId: v.string(),
  environment: v.picklist(['sandbox', 'production']),
  externalUserId: v.string(),
  externalActionId: v.string(),
  levelName: v.string(),
  review: reviewSchema,
  steps: applicantDetailSchema.entries.steps,
  createdAt: v.string(),
  changedAt: v.string(),
});
export type PanelAction = v.InferOutput<typeof panelActionSchema>;
/** Answer of `GET /panel/api/actions[?applicantId=]`, newest first. */
export const panelActionListSchema = v.object({ items: v.array(panelActionSchema) });
