/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './src/dev/compress-assets.ts';
import { fetchAgain } from './src/dev/fetch-again.ts';
import { spokenLocales } from './src/dev/spoken-locales.ts';
import { textFiles } from './src/dev/text-files.ts';
import { viteBackend } from './src/dev/vite-backend.ts';

/** Parts of the app that come later than the start page. */
const later = [
  'main',
  'api/use-handed-off',
  'api/person-calls',
  'api/status-stream',
  'device/',
  'gallery/',
  'handoff/',
  'i18n/countr',
  'i18n/language-dialog',
  'i18n/language-list',
  'i18n/list-languages',
  'i18n/reasons',
  'live/',
  'needs/',
  'operations/',
  'sdk/',
  'session/',
  'status/',
  'ui/copied-link',
  'ui/known-person',
  'ui/use-when',
  'verify/',
];

/** In one file because it compresses better: everything the start page needs, and nothing else. */
const carriedFirst = new RegExp(
  [
    'node_modules/(?!@sumsub/|uqr/)',
    'preload-helper',
    'src/contract/(?!status-event|operations|revealed|documents|hand-off|something-to-send|theme-texts)',
    `src/app/(?!${later.join('|')})`,
  ].join('|'),
);

/** Small, and shared by screens of a person who is known: each alone would be a request of its own. */
const carriedTogether =
  /src\/(app\/(ui\/known-person|ui\/copied-link|api\/person-calls|live\/notice-desk|session\/enter)|contract\/(documents|revealed))/;

/** For whoever is not let in, or no longer. */
const carriedAtTheDoor = /src\/app\/session\/(entry-refused|session-ended)/;

/** What the studio opens with, in one file instead of forty: as far as no part is loaded on its own later. */
const openedWith =
  /preload-helper|node_modules\/(?!uqr\/)|src\/(app|contract|theming|idngo\/sdk-|stand-in\/preview-names)/;

export default defineConfig({
  plugins: [react(), textFiles(), fetchAgain(), spokenLocales(), viteBackend()],
  // The router brings a stand-in for a hook that React itself has by now.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' }] },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      compressAssets('dist/app/assets');
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/app',
        manifest: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['index.html', 'src/app/operations/operations.html', 'src/app/gallery/gallery.html'],
          output: {
            codeSplitting: {
              groups: [
                { name: 'first', test: carriedFirst },
                { name: 'known', test: carriedTogether },
                { name: 'doors', test: carriedAtTheDoor },
              ],
            },
          },
        },
      },
    },
    // Apart from the rest, so that nothing it needs can come to be carried by the pages of a verification.
    studio: {
      consumer: 'client',
      build: {
        outDir: 'dist/app',
        assetsDir: 'assets/studio',
        emptyOutDir: false,
        copyPublicDir: false,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['src/app/studio/studio.html', 'src/stand-in/preview.html'],
          output: {
            codeSplitting: {
              groups: [
                // The frames of the previews have it, too: from the cache.
                { name: 'react', tags: ['$initial'], test: /node_modules\/(react|react-dom|scheduler|valibot)\// },
                { name: 'bench', tags: ['$initial'], test: openedWith },
              ],
            },
          },
        },
      },
    },
    pages: {
      consumer: 'client',
      build: {
        outDir: 'dist/sandbox/pages',
        copyPublicDir: false,
        rolldownOptions: {
          input: ['src/stand-in/frame.html', 'src/stand-in/link.html', 'src/sandbox/panel/panel.html'],
        },
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: { main: 'src/server/main.ts', command: 'src/server/commands/main.ts' } },
      },
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
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // No module is mocked and every clock given back, so files share a process: half the time of one for each.
          isolate: false,
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
