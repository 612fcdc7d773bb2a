import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 120_000,
    include: ['src/server/{verifications,webhooks,sessions,idngo-client}/**/*.test.ts'],
    globalSetup: 'src/testing/database-server.ts',
  },
});
