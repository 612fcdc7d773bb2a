import './settings.css';
import { useRef } from 'react';
import { schemes } from '#contract/theme';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { ToggleGroup } from '../ui/toggle-group';
import { SeedColours } from './seed-colours';
import { ShapeSettings } from './shape-settings';
import { StartSection } from './start-section';
import { useShownControl } from './use-shown-control';

/** The few settings from which most of the look follows. */
export function SeedsTab() {
  const { t } = useTexts();
  const studio = useStudio();
  const scheme = useStudioState(state => state.editedScheme);
  const tab = useRef<HTMLDivElement>(null);
  useShownControl(tab, place => (place.tab === 'seeds' ? [place.control, `${scheme}.${place.control}`] : []));
  return (
    <div ref={tab} className="settings">
      <StartSection />
      <section className="settings-part" aria-labelledby="settings-colour">
        <div className="settings-head">
          <h2 id="settings-colour">{t('settings.colours')}</h2>
          <ToggleGroup
            label={t('settings.scheme')}
            options={schemes.map(id => ({ id, label: t(`settings.scheme.${id}`) }))}
            value={scheme}
            onChange={studio.editScheme}
          />
        </div>
        <SeedColours />
      </section>
      <section className="settings-part" aria-labelledby="settings-shape">
        <h2 id="settings-shape">{t('settings.shape')}</h2>
        <ShapeSettings />
      </section>
    </div>
  );
}
