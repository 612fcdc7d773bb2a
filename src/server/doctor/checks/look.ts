import { defaultTheme } from '#theming/default-theme';
import { readLogo } from '../../brand/read-logo';
import { ConfigError } from '../../config';
import { describeAdjustments } from '../../themes/describe-adjustments';
import { publishTheme } from '../../themes/published-themes';
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
