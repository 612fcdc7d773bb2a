import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import { type PublicationRow, readAssigned } from './publication-rows';
import type { PublishedTheme } from './published-themes';

/** How the pages of one level look: addresses of what was published, and what the browser draws around. */
export interface Look {
  framePath: string;
  pagePath: string | undefined;
  textsPath: string | undefined;
  paper: PublishedTheme['paper'];
}

export interface AssignedLooks {
  /** Never fails and never waits long: without the database it is as it was last, or the installation's own. */
  read(levelName: string): Promise<Look>;
}

/** A page that is due is not kept waiting for its look. */
const patienceMs = 500;
const warnIntervalMs = 60_000;

/**
 * What each level looks like, asked of the database for each page, so that all processes agree as soon as something is
 * assigned. However many pages are asked for at once, there is one question under way and one that waits, which all
 * that came in the meantime share: no flood of visitors keeps a delivery from its connection.
 */
export function createAssignedLooks({
  database,
  own,
  log,
}: {
  database: Pick<Database, 'query'>;
  own: PublishedTheme;
  log: Log;
}): AssignedLooks {
  const ownLook: Look = {
    framePath: own.frame.path,
    pagePath: own.page?.path,
    textsPath: own.texts?.path,
    paper: own.paper,
  };
  let known: ReadonlyMap<string, Look> = new Map();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let warnedAt = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<void> {
    try {
      const rows = await readAssigned(database);
      known = new Map(rows.map(row => [row.level_name, toLook(row)]));
    } catch (error) {
      if (Date.now() - warnedAt < warnIntervalMs) return;
      warnedAt = Date.now();
      log.warn({ error: describeError(error) }, 'themes are as they were last assigned: the database does not say');
    }
  }

  function begin(): Promise<void> {
    running = ask().finally(() => {
      running = undefined;
    });
    return running;
  }

  /** A question that is under way may have been asked before what the caller knows of. */
  function refresh(): Promise<void> {
    if (!running) return begin();
    next ??= running.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  }

  return {
    async read(levelName) {
      await orAfter(refresh(), patienceMs);
      return known.get(levelName) ?? ownLook;
    },
  };
}

function toLook(row: PublicationRow): Look {
  return {
    framePath: row.frame_path,
    pagePath: row.page_path ?? undefined,
    textsPath: row.texts_path ?? undefined,
    paper: { light: row.paper_light, dark: row.paper_dark },
  };
}

function orAfter(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
