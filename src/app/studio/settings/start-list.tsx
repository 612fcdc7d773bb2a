import type { StudioTextKey } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import { themeOf } from '../state/theme-history';
import { useStudio, useStudioState } from '../state/use-studio';
import { isLike, type StartPoint, startFrom } from './start-points';
import { StartSwatch } from './start-swatch';

interface StartListProps {
  points: readonly StartPoint[];
  onStart?: () => void;
}

/** Looks to begin with; a press takes one, and undo takes it back. */
export function StartList({ points, onStart }: StartListProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const chosen = useStudioState(({ history }) => points.find(({ theme }) => isLike(themeOf(history), theme))?.id);
  return (
    <ul className="start-list">
      {points.map(point => {
        const key = `settings.start.${point.id}`;
        return (
          <li key={point.id}>
            <button
              type="button"
              className="start"
              aria-pressed={point.id === chosen}
              onClick={() => {
                studio.edit({ key: 'history.start', what: key }, present => startFrom(present, point));
                onStart?.();
              }}
            >
              <StartSwatch theme={point.theme} />
              <span className="start-name">{t(key as StudioTextKey)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
