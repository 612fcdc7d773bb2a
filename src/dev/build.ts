import { createBuilder, type LogLevel } from 'vite';

/** Builds app, sandbox pages, backend and sandbox, each into its own folder of dist. */
export async function build(logLevel: LogLevel): Promise<void> {
  const builder = await createBuilder({ logLevel, mode: 'production' });
  await builder.buildApp();
}
