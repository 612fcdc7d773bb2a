import './texts.css';
import { useMemo, useRef, useState } from 'react';
import { dictionaries } from '#stand-in/texts';
import { useTexts } from '../i18n/use-texts';
import { useShownControl } from '../settings/use-shown-control';
import { sayLanguage } from '../stage/say-cell';
import type { Place } from '../state/studio';
import { useStudio, useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { resetTexts } from './change-texts';
import { listLanguages } from './list-languages';
import { findTexts, groupOf, groupTexts, listTexts, type TextEntry } from './list-texts';
import { OwnPath } from './own-path';
import { TextRow } from './text-row';

const english = dictionaries.en ?? {};
const spoken = Object.keys(dictionaries);
/** So many are found at a glance; more are narrowed down by another word. */
const mostFound = 40;

/** What the theme says instead of the widget's own texts, language by language. */
export function TextsList() {
  const { t, language: inLanguage } = useTexts();
  const studio = useStudio();
  const { texts } = useTheme();
  const place = useStudioState(state => state.place);
  const staged = useStudioState(state => state.view.languages);
  const [language, setLanguage] = useState(staged[0] ?? 'en');
  const [search, setSearch] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<Place>();
  const list = useRef<HTMLDivElement>(null);
  useShownControl(list, asked => (asked.tab === 'texts' ? [`text:${asked.path}`] : []));
  if (place !== seen) {
    setSeen(place);
    if (place?.tab === 'texts') {
      setLanguage(place.language);
      setSearch('');
      setOnlyChanged(false);
      setOpen(new Set([...open, groupOf(place.path)]));
      setAdded([...added, place.path]);
    }
  }

  const own = texts[language] ?? {};
  const stock = dictionaries[language.split('-')[0] ?? language] ?? english;
  const entries = listTexts(english, [...Object.keys(own), ...added]);
  const changed = Object.keys(own).length;
  const found = findTexts(entries, own, search).filter(({ path }) => !onlyChanged || own[path] !== undefined);
  const isNarrowed = search.trim() !== '' || onlyChanged;
  const say = (code: string) => sayLanguage(t, inLanguage, code);
  const languages = useMemo(
    () => listLanguages(Object.keys(texts), spoken, code => sayLanguage(t, inLanguage, code)),
    [texts, t, inLanguage],
  );
  const rows = (shown: readonly TextEntry[]) => (
    <ul className="texts-rows">
      {shown.map(entry => (
        <TextRow
          key={`${language} ${entry.path}`}
          entry={entry}
          language={language}
          text={own[entry.path]}
          stock={stock[entry.path as keyof typeof stock]}
        />
      ))}
    </ul>
  );

  return (
    <div ref={list} className="texts">
      <div className="texts-head">
        <Select
          label={t('texts.language')}
          labelAt="start"
          value={language}
          onChange={setLanguage}
          options={[...new Set([...languages, language])].map(code => {
            const count = Object.keys(texts[code] ?? {}).length;
            const hint = count > 0 ? { hint: t('texts.changed', { count }) } : {};
            return { id: code, label: `${say(code)} (${code})`, ...hint };
          })}
        />
        {!staged.includes(language) && (
          <p className="texts-note">
            {t('texts.notOnStage', { language: say(language) })}{' '}
            <Button isSmall onPress={() => studio.look({ languages: [language] })}>
              {t('texts.showOnStage')}
            </Button>
          </p>
        )}
        <TextField
          label={t('texts.search')}
          labelAt="hidden"
          placeholder={t('texts.search')}
          value={search}
          onChange={setSearch}
        />
        {(changed > 0 || onlyChanged) && (
          <div className="texts-changes">
            <Switch label={t('texts.onlyChanged')} isOn={onlyChanged} onChange={setOnlyChanged} />
            <Button
              isSmall
              isDisabled={changed === 0}
              onPress={() =>
                studio.edit({ key: 'texts.step.resetAll', what: say(language) }, theme => resetTexts(theme, language))
              }
            >
              {t('texts.resetAll', { count: changed })}
            </Button>
          </div>
        )}
      </div>

      {isNarrowed ? (
        <>
          {rows(found.slice(0, mostFound))}
          {found.length > mostFound && (
            <p className="texts-note">{t('texts.more', { count: found.length - mostFound })}</p>
          )}
          {found.length === 0 && (
            <EmptyState
              title={t('texts.none')}
              action={
                <Button
                  isSmall
                  onPress={() => {
                    setSearch('');
                    setOnlyChanged(false);
                  }}
                >
                  {t('texts.showAll')}
                </Button>
              }
            >
              {t('texts.none.text')}
            </EmptyState>
          )}
        </>
      ) : (
        <>
          <section className="texts-part">
            <h2>{t('texts.proved')}</h2>
            {rows(entries.filter(({ isProved }) => isProved))}
            <p className="ui-hint">{t('texts.markdown')}</p>
          </section>
          <section className="texts-part">
            <h2>{t('texts.own')}</h2>
            {rows(entries.filter(entry => entry.stock === undefined))}
            <OwnPath
              known={[...Object.keys(english), ...Object.keys(own)].filter(path => !added.includes(path))}
              onAdd={path => {
                setAdded([...added, path]);
                studio.show({ tab: 'texts', language, path });
              }}
            />
          </section>
          <section className="texts-part texts-part-last">
            <h2>{t('texts.ours')}</h2>
            <p className="ui-hint">{t('texts.ours.text')}</p>
          </section>
          {groupTexts(entries).map(group => {
            const count = group.entries.filter(({ path }) => own[path] !== undefined).length;
            const isOpen = open.has(group.id);
            return (
              <details
                key={group.id}
                className="texts-group"
                open={isOpen}
                onToggle={({ currentTarget }) => {
                  if (currentTarget.open === isOpen) return;
                  const next = new Set(open);
                  if (currentTarget.open) next.add(group.id);
                  else next.delete(group.id);
                  setOpen(next);
                }}
              >
                <summary>
                  <code>{group.id}</code> <span className="ui-hint">{group.entries.length}</span>
                  {count > 0 && <span className="ui-count">{t('texts.changed', { count })}</span>}
                </summary>
                {isOpen && rows(group.entries)}
              </details>
            );
          })}
        </>
      )}
    </div>
  );
}
