import { useState } from 'react';
import { isStudioLanguage, studioLanguages } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { IconButton } from '../ui/icon-button';
import { Menu } from '../ui/menu';
import { notify } from '../ui/toasts';
import { applySchemeChoice, readSchemeChoice, schemeChoices } from './scheme-choice';

const ownNames = { en: 'English', ru: 'Русский', kk: 'Қазақша' } as const;

/** What concerns the studio itself. */
export function MoreMenu() {
  const { t, language, choose } = useTexts();
  const studio = useStudio();
  const [scheme, setScheme] = useState(() => readSchemeChoice(localStorage));
  return (
    <Menu
      label={t('shell.more')}
      trigger={<IconButton icon="more" label={t('shell.more')} />}
      entries={[
        { id: 'start', label: t('shell.startAnew'), onAction: () => studio.openDialog('welcome') },
        { id: 'tour', label: t('shell.tour'), onAction: () => studio.openDialog('tour') },
      ]}
      choices={[
        {
          title: t('shell.language'),
          chosen: language,
          options: studioLanguages.map(id => ({ id, label: ownNames[id] })),
          onChoose: id => {
            if (isStudioLanguage(id)) choose(id).catch(() => notify({ text: t('shell.language.failed') }));
          },
        },
        {
          title: t('shell.scheme'),
          chosen: scheme,
          options: schemeChoices.map(id => ({ id, label: t(`shell.scheme.${id}`) })),
          onChoose: id => {
            const choice = schemeChoices.find(known => known === id) ?? 'system';
            applySchemeChoice(choice, document.documentElement, localStorage);
            setScheme(choice);
          },
        },
      ]}
    />
  );
}
