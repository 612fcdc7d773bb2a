import { defaultTheme } from '#theming/default-theme';
import { readLogo } from '../../brand/read-logo';
import { ConfigError } from '../../config';
import { describeAdjustments } from '../../themes/describe-adjustments';
import { readAssigned, readPublication } from '../../themes/publication-rows';
import { publishTheme } from '../../themes/published-themes';
import { readDocument } from '../../themes/read-document';
import { readThemeFile } from '../../themes/read-theme-file';
import { type Check, fail, pass } from '../check';

export const brandIsReadable: Check = {
  id: 'brand',
  group: 'configuration',
  title: 'Brand and theme can be used, and everything in them can be read',
  settings: ['BRAND_LOGO', 'THEME_FILE'],
  async run({ config }) {
    try {
      if (config.brand.logoFile !== null) readLogo(config.brand.logoFile);
      const theme = config.themeFile === null ? defaultTheme : readThemeFile(config.themeFile);
      const { adjustments } = publishTheme(theme, []);
      if (adjustments.length === 0) return pass('nothing had to be changed');
      return fail(
        describeAdjustments(adjustments).join('; '),
        'Change these colours in THEME_FILE to the ones named, or to others with enough contrast.',
      );
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return fail(error.complaints.join('; '), 'Change the file, or the path in the environment of the app.');
    }
  },
};

export const publishedThemesAreReadable: Check = {
  id: 'published-themes',
  group: 'configuration',
  title: 'What designers gave to the levels can be read on the page, too',
  needs: ['database'],
  async run({ database }) {
    const opened = await database();
    const assigned = await readAssigned(opened);
    if (assigned.length === 0) return pass('every level has the theme of this installation');
    return Promise.all(
      assigned.map(async ({ id, level_name, name, version, published_by }) => {
        const about = level_name;
        const seen = `“${name}”, version ${version}, published by ${published_by}`;
        const row = await readPublication(opened, id);
        const { adjustments } = publishTheme(readDocument(row?.document ?? ''), []);
        if (adjustments.length === 0) return { ...pass(`${seen}: nothing had to be changed`), about };
        return {
          ...fail(
            `${seen}. ${describeAdjustments(adjustments, 'The page around the frame').join('; ')}`,
            'Change these colours in the studio, publish again, and give that to the level.',
          ),
          about,
        };
      }),
    );
  },
};
