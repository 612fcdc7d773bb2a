import exchange from './kk/exchange.json';
import findings from './kk/findings.json';
import history from './kk/history.json';
import library from './kk/library.json';
import rules from './kk/rules.json';
import settings from './kk/settings.json';
import shell from './kk/shell.json';
import stage from './kk/stage.json';
import texts from './kk/texts.json';
import tour from './kk/tour.json';

export const kazakhTexts = {
  ...shell,
  ...settings,
  ...rules,
  ...texts,
  ...stage,
  ...findings,
  ...exchange,
  ...library,
  ...history,
  ...tour,
};
