import { type FormEvent, useState } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { readLanguage } from '#contract/language';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { TextField } from '../ui/text-field';
import { sayLanguage } from './say-cell';

/** Those that the stand-in speaks. */
const spoken = ['en', 'ru', 'kk', 'ar'];

/** Languages of the previews: those that the stand-in has, and any other to see how it falls back. */
export function LanguageMenu() {
  const { t, language: inLanguage } = useTexts();
  const studio = useStudio();
  const chosen = useStudioState(state => state.view.languages);
  const offered = [...new Set([...spoken, ...chosen])];
  const say = (code: string) => sayLanguage(t, inLanguage, code);
  const text = chosen.length === 1 ? say(chosen[0] ?? 'en') : t('stage.languages.count', { count: chosen.length });
  return (
    <DialogTrigger>
      <Button aria-label={`${t('stage.languages')}: ${text}`}>
        <span className="stage-chosen">{text}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="ui-popover stage-languages" offset={4} placement="bottom start">
        <Dialog aria-label={t('stage.languages')}>
          <ListBox
            className="ui-list"
            aria-label={t('stage.languages')}
            selectionMode="multiple"
            disallowEmptySelection
            selectedKeys={chosen}
            onSelectionChange={keys =>
              studio.look({ languages: offered.filter(code => keys === 'all' || keys.has(code)) })
            }
          >
            {offered.map(code => (
              <ListBoxItem key={code} id={code} className="ui-list-item" textValue={say(code)}>
                <span className="ui-list-words">{say(code)}</span>
                <Icon name="tick" />
              </ListBoxItem>
            ))}
          </ListBox>
          <OtherLanguage onAdd={code => studio.look({ languages: [...new Set([...chosen, code])] })} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function OtherLanguage({ onAdd }: { onAdd: (code: string) => void }) {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const [refused, setRefused] = useState<string>();
  function add(event: FormEvent) {
    event.preventDefault();
    const found = readLanguage(code);
    setRefused(found ? undefined : code);
    if (!found) return;
    onAdd(found);
    setCode('');
  }
  return (
    <form className="stage-other-language" onSubmit={add}>
      <div className="stage-other-language-row">
        <TextField
          label={t('stage.languages.add')}
          isCode
          value={code}
          error={refused === undefined ? undefined : t('stage.languages.unknown', { code: refused })}
          onChange={next => {
            setCode(next);
            setRefused(undefined);
          }}
        />
        <Button type="submit">{t('stage.languages.addButton')}</Button>
      </div>
      <p className="ui-hint">{t('stage.languages.fallback')}</p>
    </form>
  );
}
