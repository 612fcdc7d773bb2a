import { applyFix } from '#theming/checks/apply-fix';
import type { Finding, Fix } from '#theming/checks/finding';
import type { Sight } from '#theming/checks/seen';
import type { StudioTranslate } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import type { StudioView } from '../state/studio-view';
import { useStudio } from '../state/use-studio';
import { Button } from '../ui/button';
import { Pill } from '../ui/pill';
import { sayDetail, saySights, sayTitle } from './say-finding';

const tones = { fails: 'bad', noMatch: 'bad', cutOff: 'warn', outside: 'warn', note: 'note' } as const;

/** One sentence, and what can be done about it. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { t, language } = useTexts();
  const studio = useStudio();
  const { severity, element, place, fix, values } = finding;
  const [sight] = finding.sights;
  const title = sayTitle(finding, t);
  const fixWords = fix && sayFix(fix, t);
  const about = [
    place?.tab === 'rules' ? t('findings.rulesLine', { line: place.line }) : undefined,
    sayDetail(finding, t, language),
    typeof values.suggestion === 'string' ? t('findings.suggestion', { suggestion: values.suggestion }) : undefined,
  ];
  const sights = saySights(finding, t, language);

  return (
    <li
      className="findings-item"
      onPointerEnter={() => element && studio.pointAt(element.selector)}
      onPointerLeave={() => studio.pointAt(undefined)}
    >
      <Pill tone={tones[severity]}>{t(`findings.severity.${severity}`)}</Pill>
      <div className="findings-words">
        <h3 className={element ? 'findings-title' : 'findings-title findings-code'}>{title}</h3>
        <p>
          {typeof values.colour === 'string' && typeof values.ground === 'string' && (
            <span
              className="findings-pair"
              aria-hidden="true"
              style={{ background: values.ground, color: values.colour }}
            >
              Aa
            </span>
          )}
          {about.filter(part => part !== undefined).join(' ')}
        </p>
        {sights !== '' && <p className="findings-sights">{sights}</p>}
        <div className="findings-actions">
          {fix && fixWords !== undefined && (
            <Button
              isSmall
              kind={fix.value.startsWith('#') ? 'filled' : 'plain'}
              aria-label={t('findings.action.fixName', { action: fixWords, title })}
              onPress={() => studio.edit({ key: 'findings.history.fix', what: title }, theme => applyFix(theme, fix))}
            >
              {fixWords}
            </Button>
          )}
          {sight && (
            <Button
              isSmall
              aria-label={t('findings.action.showName', { title })}
              onPress={() => {
                studio.look(toView(sight, values.state));
                studio.pointAt(element?.selector);
              }}
            >
              {t('findings.action.show')}
            </Button>
          )}
          {place && (
            <Button
              isSmall
              aria-label={t(place.tab === 'rules' ? 'findings.action.lineName' : 'findings.action.settingName', {
                title,
              })}
              onPress={() => studio.show(place)}
            >
              {t(place.tab === 'rules' ? 'findings.action.line' : 'findings.action.setting')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** The screen as it was seen. */
function toView({ screen, width, scheme, language }: Sight, state: unknown): Partial<StudioView> {
  const held = state === 'hover' || state === 'pressed' ? state : 'rest';
  return { mode: 'one', screen, widths: [width], schemes: [scheme], languages: [language], state: held };
}

function sayFix(fix: Fix, t: StudioTranslate): string {
  const isColour = fix.value.startsWith('#');
  return isColour ? t('findings.action.use', { value: fix.value }) : t('findings.action.replace');
}
