import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { FindingItem } from './finding-item';
import './findings.css';
import { findingsOf } from './findings-desk';

/** What checking found, each with a way to its place; nothing of it stops anybody. */
export function FindingsTab() {
  const { t } = useTexts();
  const desk = findingsOf(useStudio());
  useEffect(() => desk.start(), [desk]);
  const { report, progress } = useStore(desk.store);
  return (
    <div className="findings">
      <p className="findings-progress" role="status">
        {progress.name === 'checking' && t('findings.progress.checking', { done: progress.done, of: progress.of })}
        {progress.name === 'failed' && t('findings.progress.failed')}
      </p>
      <ul className="findings-list">
        {report?.findings.map(finding => (
          <FindingItem key={finding.key} finding={finding} />
        ))}
      </ul>
    </div>
  );
}
