import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Severity, severities } from '#theming/checks/finding';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Pill } from '../ui/pill';
import { Select } from '../ui/select';
import { FindingItem } from './finding-item';
import './findings.css';
import { findingsOf } from './findings-desk';
import { sayRatio } from './say-finding';

const shownFirst = 40;

/** What checking found, each with a way to its place; nothing of it stops anybody. */
export function FindingsTab() {
  const { t, language } = useTexts();
  const desk = findingsOf(useStudio());
  useEffect(() => desk.start(), [desk]);
  const { report, progress } = useStore(desk.store);
  const [filter, setFilter] = useState<Severity | 'all'>('all');
  const [limit, setLimit] = useState(shownFirst);
  const findings = report?.findings ?? [];
  const shown = findings.filter(({ severity }) => filter === 'all' || severity === filter);
  const countOf = (severity: Severity) => findings.filter(one => one.severity === severity).length;
  const present = severities.filter(severity => countOf(severity) > 0);

  return (
    <div className="findings">
      <div className="findings-head">
        <p role="status">
          {progress.name === 'failed'
            ? t('findings.progress.failed')
            : report
              ? t('findings.count', { count: findings.length })
              : progress.name === 'waiting' && t('findings.progress.waiting')}
        </p>
        {progress.name === 'checking' && (
          <p className="findings-progress">
            {t('findings.progress.checking', { done: progress.done + 1, of: progress.of })}
          </p>
        )}
        {progress.name === 'failed' && (
          <Button isSmall onPress={() => desk.checkAgain()}>
            {t('findings.again')}
          </Button>
        )}
        {present.length > 1 && (
          <Select
            label={t('findings.filter')}
            value={filter}
            options={[
              { id: 'all', label: t('findings.filter.all') },
              ...present.map(id => ({ id, label: `${t(`findings.severity.${id}`)} ${countOf(id)}` })),
            ]}
            onChange={setFilter}
          />
        )}
      </div>
      {report && findings.length === 0 && (
        <EmptyState title={t('findings.none.title')}>{t('findings.none.text')}</EmptyState>
      )}
      {findings.length > 0 && shown.length === 0 && <p className="findings-empty">{t('findings.filtered.none')}</p>}
      <ul className="findings-list">
        {shown.slice(0, limit).map(finding => (
          <FindingItem key={finding.key} finding={finding} />
        ))}
        {shown.length > limit && (
          <li className="findings-item">
            <Button isSmall onPress={() => setLimit(limit + shownFirst * 5)}>
              {t('findings.more', { count: shown.length - limit })}
            </Button>
          </li>
        )}
        {report && filter === 'all' && (
          <li className="findings-item">
            <Pill tone="good">{t('findings.severity.passes')}</Pill>
            <div className="findings-words">
              <h3 className="findings-title">
                {t('findings.pairs', { passing: report.contrasts.passing, pairs: report.contrasts.pairs })}
              </h3>
              {report.contrasts.lowest && (
                <p>
                  {t('findings.lowest', {
                    element: t(`findings.element.${report.contrasts.lowest.element.name}`),
                    ratio: sayRatio(report.contrasts.lowest.ratio, language),
                  })}
                </p>
              )}
            </div>
          </li>
        )}
      </ul>
    </div>
  );
}
