import { sayDetail, sayTitle } from '../findings/say-finding';
import type { StudioTranslate } from '../i18n/studio-texts';
import type { SayFinding } from './to-diagnostic';

const longestValue = 30;

export function sayFindings(t: StudioTranslate, language: string): SayFinding {
  return {
    finding(finding) {
      const { place, values } = finding;
      const parts = [
        place?.tab === 'rules' ? t('rules.at', { line: place.line, column: place.column }) : '',
        finding.kind === 'variableUndeclared' ? `${sayTitle(finding, t)}:` : '',
        sayDetail(finding, t, language),
        typeof values.suggestion === 'string' ? t('findings.suggestion', { suggestion: values.suggestion }) : '',
      ];
      return parts.filter(part => part !== '').join(' ');
    },
    fix(value) {
      if (value === '') return t('rules.fix.remove');
      return value.length > longestValue ? t('rules.fix.mend') : t('rules.fix.write', { value });
    },
  };
}
