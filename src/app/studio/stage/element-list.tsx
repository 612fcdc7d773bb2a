import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { find, listSettingsOn } from './known-selectors';
import { toSelector } from './name-element';
import type { LivePreview } from './preview-desk';
import { sayScreen } from './say-cell';
import { sayElement } from './say-element';

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
      <h2 className="stage-element-title">{t('stage.element.onScreen', { screen: sayScreen(t, screen) })}</h2>
      <ul>
        {listSettingsOn(page).map(element => (
          <li key={element.id}>
            <button
              type="button"
              className="stage-element-choice"
              onClick={() => pick(element.selector)}
              onPointerEnter={() => studio.pointAt(element.selector)}
              onPointerLeave={() => studio.pointAt(undefined)}
              onFocus={() => studio.pointAt(element.selector)}
              onBlur={() => studio.pointAt(undefined)}
            >
              {sayElement(t, element)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
