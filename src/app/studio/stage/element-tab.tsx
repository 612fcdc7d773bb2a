import './element-tab.css';
import { useDeferredValue } from 'react';
import { useTexts } from '../i18n/use-texts';
import type { Picked } from '../state/studio';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { createPart } from '../ui/part';
import { ElementList } from './element-list';
import { readScreen } from './list-cells';
import type { LivePreview } from './preview-desk';
import { sayScreen } from './say-cell';
import { useLivePreviews } from './use-preview-desk';

const ElementDetails = createPart(async () => (await import('./element-details')).ElementDetails);

/** What is picked on the stage: where it is set, which rules apply to it, how it is drawn. */
export function ElementTab() {
  const { t } = useTexts();
  const studio = useStudio();
  const picked = useStudioState(state => state.picked);
  const screen = useStudioState(state => readScreen(state.view.screen));
  // Behind the previews themselves: a drag changes them many times a second.
  const previews = useDeferredValue(useLivePreviews());
  const preview = findPreview(previews, picked?.screen ?? screen);

  if (!picked) {
    return (
      <>
        <EmptyState title={t('stage.element.none')}>{t('stage.element.howToPick')}</EmptyState>
        {preview && <ElementList preview={preview} />}
      </>
    );
  }
  const element = preview && findPicked(preview, picked);
  if (!preview || !element) {
    return (
      <EmptyState
        title={t('stage.element.gone')}
        action={
          <Button onPress={() => studio.look({ mode: 'one', screen: picked.screen })}>
            {t('stage.element.showScreen', { screen: sayScreen(t, readScreen(picked.screen)) })}
          </Button>
        }
      >
        {t('stage.element.goneWhy')}
      </EmptyState>
    );
  }
  return <ElementDetails preview={preview} element={element} />;
}

/** Of several that show the screen the first that has the theme as it is, else of any screen none. */
function findPreview(previews: readonly LivePreview[], screen: string): LivePreview | undefined {
  const now = previews.filter(({ cell }) => cell.side === 'now');
  return now.find(({ cell }) => cell.screen === screen);
}

function findPicked({ window }: LivePreview, { selector }: Picked): Element | undefined {
  try {
    return window.document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}
