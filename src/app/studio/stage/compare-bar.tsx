import { useEffect, useState } from 'react';
import type { StudioAnswer } from '#contract/studio';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { ToggleGroup } from '../ui/toggle-group';
import { ChoiceMenu } from './choice-menu';
import { useStageApi } from './stage-api';
import { usePreviewDesk } from './use-preview-desk';

const comparisons = ['slider', 'beside'] as const;
const opened = 'opened';

/** How two looks are compared, and with which theme. */
export function CompareBar() {
  const { t } = useTexts();
  const studio = useStudio();
  const api = useStageApi();
  const desk = usePreviewDesk();
  const compare = useStudioState(state => state.view.compare);
  const [installation, setInstallation] = useState<StudioAnswer>();
  const [against, setAgainst] = useState<string>(opened);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    api.readInstallation().then(
      answer => isCurrent && setInstallation(answer),
      () => undefined, // then there is nothing published to compare with, and the menu says so
    );
    return () => {
      isCurrent = false;
      desk.compareWith(undefined);
    };
  }, [api, desk]);

  async function compareWith(choice: string) {
    setFailed(false);
    setAgainst(choice);
    if (choice === opened) return desk.compareWith(undefined);
    try {
      const { theme } = await api.readPublished(choice === usual ? undefined : choice.slice(usual.length));
      desk.compareWith(theme);
    } catch {
      setFailed(true);
      setAgainst(opened);
      desk.compareWith(undefined);
    }
  }

  const levels = installation?.levels ?? [];
  const choices = [
    { value: opened, text: t('stage.compare.opened') },
    ...(installation && levels.length === 0 ? [{ value: usual, text: t('stage.compare.published') }] : []),
    ...levels.map(({ name }) => ({ value: usual + name, text: t('stage.compare.publishedAt', { level: name }) })),
  ];
  return (
    <>
      <ToggleGroup
        label={t('stage.compare')}
        options={comparisons.map(id => ({ id, label: t(`stage.compare.${id}`) }))}
        value={compare}
        onChange={next => studio.look({ compare: next })}
      />
      <ChoiceMenu
        label={t('stage.compare.with')}
        text={choices.find(({ value }) => value === against)?.text ?? t('stage.compare.opened')}
        takes="one"
        sections={[{ choices }]}
        chosen={[against]}
        onChoose={([choice = opened]) => void compareWith(choice)}
      />
      {failed && (
        <p className="ui-error" role="alert">
          {t('stage.compare.failed')}
        </p>
      )}
    </>
  );
}

/** In front of a level's name; alone it is the usual level. */
const usual = 'published:';
