import { useEffect, useState } from 'react';
import type { StudioAnswer } from '#contract/studio';
import { useTexts } from '../i18n/use-texts';
import { useStageApi } from './stage-api';
import { usePreviewDesk } from './use-preview-desk';

const opened = 'opened';
/** In front of a level's name; alone it is the usual level. */
const usual = 'published:';

/** With which theme the present one is compared, while it is. */
export function useComparison(isOn: boolean) {
  const { t } = useTexts();
  const api = useStageApi();
  const desk = usePreviewDesk();
  const [installation, setInstallation] = useState<StudioAnswer>();
  const [against, setAgainst] = useState<string>(opened);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!isOn) return;
    let isCurrent = true;
    api.readInstallation().then(
      answer => isCurrent && setInstallation(answer),
      () => undefined, // then there is nothing published to compare with, and the menu says so
    );
    return () => {
      isCurrent = false;
      setFailed(false);
      setAgainst(opened);
      desk.compareWith(undefined);
    };
  }, [api, desk, isOn]);

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
  const text = choices.find(({ value }) => value === against)?.text ?? t('stage.compare.opened');
  return { choices, against, text, failed, compareWith: (choice = opened) => void compareWith(choice) };
}
export type Comparison = ReturnType<typeof useComparison>;
