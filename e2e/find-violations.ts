import axe from 'axe-core';
import type { Page } from './fixtures';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = 'color-contrast';

const rules = {
  all: { type: 'tag', values: tags },
  'all but colours': { type: 'tag', values: tags },
  colours: { type: 'rule', values: [colours] },
} satisfies Record<string, axe.RunOnly>;

/** What axe finds on the page itself, without what is framed in it. axe is brought to each document once. */
export async function findViolations(
  page: Page,
  what: keyof typeof rules = 'all',
  without: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source}; undefined`);
  const disabled = what === 'all but colours' ? [...without, colours] : without;
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
