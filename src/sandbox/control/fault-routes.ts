import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import { parseJson } from '../read-body';
import { faultCatalogue } from './fault-catalogue';
import { newFaultSchema } from './fault-contract';
import type { Faults } from './faults';
import { readText } from './guard-panel';

export function addFaultRoutes(app: Hono<SandboxEnv>, { faults }: { faults: Faults }): void {
  const answer = () => Response.json({ items: faults.list(), catalogue: faultCatalogue });

  app.get('/panel/api/faults', answer);
  app.post('/panel/api/faults', async c => {
    const fault = faults.set(parseJson(newFaultSchema, await readText(c)));
    return Response.json(fault, { status: 201 });
  });
  app.post('/panel/api/faults/clear', () => {
    faults.clear();
    return answer();
  });
  app.delete('/panel/api/faults/:faultId', c => {
    faults.remove(c.req.param('faultId'));
    return answer();
  });
}
