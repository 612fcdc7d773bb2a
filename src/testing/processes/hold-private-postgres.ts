import { startPrivatePostgres } from '#server/database/private-postgres';

/** A process that starts or adopts the server of a folder and then does nothing any more. */
const { adopted, url } = await startPrivatePostgres(process.argv[2] ?? '');
process.send?.({ adopted, url });
setInterval(() => undefined, 60_000);
