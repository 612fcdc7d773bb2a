/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteBackend } from './src/dev/vite-backend.ts';

export default defineConfig({
  plugins: [react(), viteBackend()],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: { outDir: 'dist/app', manifest: true, rolldownOptions: { input: 'index.html' } },
    },
    pages: {
      consumer: 'client',
      build: {
        outDir: 'dist/sandbox/pages',
        copyPublicDir: false,
        rolldownOptions: { input: ['src/stand-in/frame.html', 'src/sandbox/panel/panel.html'] },
      },
    },
    server: {
      consumer: 'server',
      build: { outDir: 'dist/server', copyPublicDir: false, rolldownOptions: { input: 'src/server/main.ts' } },
    },
    sandbox: {
      consumer: 'server',
      build: {
        outDir: 'dist/sandbox',
        copyPublicDir: false,
        emptyOutDir: false,
        rolldownOptions: { input: 'src/sandbox/main.ts' },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          testTimeout: 120_000,
          include: ['src/**/*.test.ts'],
          globalSetup: 'src/testing/database-server.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          testTimeout: 120_000,
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: 'src/testing/page-setup.ts',
        },
      },
    ],
  },
});
