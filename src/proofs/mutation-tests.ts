import { defineConfig } from 'vitest/config';
import { isMutationArea, mutationAreas } from './mutation-areas';

const area = process.env.MUTATION_AREA;
if (!isMutationArea(area)) throw new Error(`MUTATION_AREA is one of ${Object.keys(mutationAreas).join(', ')}`);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    include: mutationAreas[area].tests,
    globalSetup: 'src/testing/database-server.ts',
  },
});
