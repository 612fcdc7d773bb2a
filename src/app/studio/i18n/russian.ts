import exchange from './ru/exchange.json';
import findings from './ru/findings.json';
import history from './ru/history.json';
import library from './ru/library.json';
import rules from './ru/rules.json';
import settings from './ru/settings.json';
import shell from './ru/shell.json';
import stage from './ru/stage.json';
import texts from './ru/texts.json';
import tour from './ru/tour.json';

export const russianTexts = {
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
