import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { addGalleryRoutes } from '#server/gallery-routes';
import { addStaticFiles } from '#server/static-files';
import { findFreePort } from './find-free-port';

/** The built gallery on a free port, with nothing behind it. */
export async function serveGallery(): Promise<{ url: string; close(): void }> {
  const app = new Hono();
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  addStaticFiles(app, 'dist/app');
  addGalleryRoutes(app, { appDirectory: 'dist/app', render: template => template, publicUrl: url });
  const server = createAdaptorServer({ fetch: app.fetch }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url, close: () => void server.close() };
}
