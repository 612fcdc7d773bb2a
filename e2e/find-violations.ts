import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that a colour scheme can change. */
const colours = ['color-contrast', 'link-in-text-block'];

const rules = {
  all: { type: 'tag', values: tags },
  'all but colours': { type: 'tag', values: tags },
  colours: { type: 'rule', values: colours },
} satisfies Record<string, axe.RunOnly>;

/** What axe finds on one document, without what is framed in it. axe is brought to each document once. */
export async function findViolations(
  page: Page | Frame,
  what: keyof typeof rules = 'all',
  without: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${source}; undefined`);
  const disabled = what === 'all but colours' ? [...without, ...colours] : without;
  const options: axe.RunOptions = {
    runOnly: rules[what],
    rules: Object.fromEntries(disabled.map(rule => [rule, { enabled: false }])),
    preload: false,
    iframes: false,
    resultTypes: ['violations'],
  };
  return page.evaluate(async given => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, given);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
  }, options);
}
