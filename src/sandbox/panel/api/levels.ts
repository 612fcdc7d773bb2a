import * as v from 'valibot';
import { useConstant } from './panel-queries';

const levelListSchema = v.object({ items: v.array(v.object({ levelName: v.string(), type: v.optional(v.string()) })) });

export function useLevels() {
  return useConstant('levels', levelListSchema);
}
