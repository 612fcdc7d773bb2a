import { listenToConsole } from '../browser/listen-to-console';
import { type Check, cannotTell, fail, pass } from '../check';

const pages = ['/', '/verify', '/status'];

export const consoleIsQuiet: Check = {
  id: 'pages-console',
  group: 'site',
  title: 'The browser’s console shows no errors and no warnings',
  needs: ['site'],
  settings: ['PUBLIC_URL'],
  onlyInCommand: true,
  async run({ browser, config }) {
    if (!browser) {
      return cannotTell(
        'no Chrome or Chromium is here',
        'Set CHROMIUM_PATH to one, or open the pages with the developer tools and look at the console.',
      );
    }
    const heard = await listenToConsole(browser, config.publicUrl, pages);
    const [first] = heard;
    if (!first) return pass(`quiet on ${pages.join(', ')}`);
    return fail(
      `${heard.length} messages, the first on ${first.path}: ${first.text}`,
      'Open that page with the developer tools: what a proxy or a browser policy adds or blocks (scripts, headers) is the usual cause. IDnGO looks at the console before production.',
    );
  },
};
