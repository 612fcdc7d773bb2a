import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { find, listSettingsOn } from './known-selectors';
import { toSelector } from './name-element';
import type { LivePreview } from './preview-desk';
import { sayScreen } from './say-cell';

/** The elements of a screen, for who does not point. */
export function ElementList({ preview }: { preview: LivePreview }) {
  const { t } = useTexts();
  const studio = useStudio();
  const { document: page } = preview.window;
  const { screen } = preview.cell;
  function pick(selector: string) {
    const element = find(page, selector);
    if (element) studio.pick({ screen, selector: toSelector(element) });
  }
  return (
    <section className="stage-element">
      <h3 className="stage-element-title">{t('stage.element.onScreen', { screen: sayScreen(t, screen) })}</h3>
      <ul>
        {listSettingsOn(page).map(({ id, selector }) => (
          <li key={id}>
            <button
              type="button"
              className="stage-element-choice"
              onClick={() => pick(selector)}
              onPointerEnter={() => studio.pointAt(selector)}
              onPointerLeave={() => studio.pointAt(undefined)}
              onFocus={() => studio.pointAt(selector)}
              onBlur={() => studio.pointAt(undefined)}
            >
              <code>{selector}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
