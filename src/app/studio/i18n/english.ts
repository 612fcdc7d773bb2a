// One file a room of the studio and language; the keys of a room begin with its name.

import exchange from './en/exchange.json';
import findings from './en/findings.json';
import history from './en/history.json';
import library from './en/library.json';
import rules from './en/rules.json';
import settings from './en/settings.json';
import shell from './en/shell.json';
import stage from './en/stage.json';
import texts from './en/texts.json';
import tour from './en/tour.json';

export const englishTexts = {
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
