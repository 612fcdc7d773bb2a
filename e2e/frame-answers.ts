import type { BrowserContext, Route } from '@playwright/test';

export type FrameAnswer = { status?: number; json: unknown } | 'offline' | 'held';

export interface FrameAnswers {
  /** What calls of a path get from now on; those that are held get it at once. */
  give(path: string, answer: FrameAnswer): Promise<void>;
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"/>';

/** Answers the frame in the place of the server behind it, which says only what a person's deeds lead to. */
export async function answerFrame(context: BrowserContext): Promise<FrameAnswers> {
  const answers = new Map<string, FrameAnswer>();
  const held = new Map<string, Route[]>();

  async function reply(path: string, route: Route): Promise<void> {
    const answer = answers.get(path);
    if (answer === undefined) throw new Error(`Nothing is known to answer ${path} with`);
    if (answer === 'held') held.set(path, [...(held.get(path) ?? []), route]);
    else if (answer === 'offline') await route.abort();
    else await route.fulfill(answer);
  }

  await context.route('**/frame/api/**', route => reply(new URL(route.request().url()).pathname, route));
  await context.route('**/frame/api/images/*', route => route.fulfill({ contentType: 'image/svg+xml', body: picture }));
  return {
    async give(path, answer) {
      answers.set(path, answer);
      const waiting = held.get(path) ?? [];
      held.delete(path);
      await Promise.all(waiting.map(route => reply(path, route)));
    },
  };
}
