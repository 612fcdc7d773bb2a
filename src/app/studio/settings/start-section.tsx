import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { StartList } from './start-list';
import { startPoints } from './start-points';

const shownFirst = 4;

/** Starting points in one row, and the rest of them on demand. */
export function StartSection() {
  const { t } = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  const hasMore = startPoints.length > shownFirst;
  return (
    <section className="settings-part" aria-labelledby="settings-start">
      <div className="settings-head">
        <h2 id="settings-start">{t('settings.start')}</h2>
        {hasMore && (
          <Button kind="quiet" isSmall aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? t('settings.start.fewer') : t('settings.start.all', { count: startPoints.length })}
          </Button>
        )}
      </div>
      <StartList points={showsAll ? startPoints : startPoints.slice(0, shownFirst)} />
    </section>
  );
}
