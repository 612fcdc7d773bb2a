import type { Finding } from '#theming/checks/finding';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';

export function FindingItem({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const studio = useStudio();
  return (
    <li className="findings-item">
      <span className={`findings-pill findings-${finding.severity}`}>{finding.severity}</span>
      <code>{finding.key}</code> {finding.sights.length}
    </li>
  );
}
