import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { Pill } from '../ui/pill';
import { Place } from './import-faults';
import type { Import } from './read-import';
import { sayOwner, saySetting } from './say-setting';

type Found = Exclude<Import, { kind: 'refused' }>;

/** What becomes what. */
export function ImportSummary({ found }: { found: Found }) {
  const { t } = useTexts();
  switch (found.kind) {
    case 'theme':
      return (
        <div className="exchange-summary">
          <p>{t('exchange.found.theme', { name: found.theme.name })}</p>
        </div>
      );
    case 'css':
      return found.origin === 'own' ? (
        <div className="exchange-summary">
          <p>{t('exchange.found.own')}</p>
        </div>
      ) : (
        <ForeignCss found={found} />
      );
    case 'tokens':
      return <Tokens found={found} />;
  }
}

function ForeignCss({ found: { lifted, kept } }: { found: Extract<Found, { kind: 'css' }> }) {
  const { t } = useTexts();
  return (
    <div className="exchange-summary">
      <p>{t('exchange.found.css')}</p>
      <Section title={t('exchange.lifted', { count: lifted.length })} empty={t('exchange.lifted.none')}>
        {lifted.map(({ line, column, ...setting }) => (
          <li key={`${line}:${column}`}>
            <Place at={{ line, column }} />
            {setting.kind === 'element' && <span>{sayOwner(setting, t)}</span>}
            <code>{`${setting.property}: ${setting.value}`}</code>
          </li>
        ))}
      </Section>
      <Section title={t('exchange.kept', { count: kept.length })} empty={t('exchange.kept.none')}>
        {kept.map(({ why, text, line, column }) => (
          <li key={`${line}:${column}`}>
            <Place at={{ line, column }} />
            {(why === 'broken' || why === 'unclosed') && <Pill tone="warn">{t(`exchange.${why}`)}</Pill>}
            <code>{firstLine(text)}</code>
            <span className="ui-hint">{t(`exchange.why.${why}`)}</span>
          </li>
        ))}
      </Section>
    </div>
  );
}

function Tokens({ found: { settings, others } }: { found: Extract<Found, { kind: 'tokens' }> }) {
  const { t } = useTexts();
  return (
    <div className="exchange-summary">
      <p>{t('exchange.found.tokens')}</p>
      <Section title={t('exchange.tokens', { count: settings.length })} empty={t('exchange.tokens.none')}>
        {settings.map(({ path, setting, value }) => (
          <li key={path}>
            <code>{path}</code>
            <span>→ {saySetting(setting, t)}</span>
            <code>{value}</code>
          </li>
        ))}
      </Section>
      <Section title={t('exchange.others', { count: others.length })} empty={t('exchange.others.none')}>
        {others.map(({ path, value }) => (
          <li key={path}>
            <code>
              {path}: {JSON.stringify(value)}
            </code>
          </li>
        ))}
      </Section>
    </div>
  );
}

const shownFirst = 12;

function Section({ title, empty, children }: { title: string; empty: string; children: React.ReactNode[] }) {
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const rest = children.length - shownFirst;
  return (
    <section className="exchange-section">
      <h3>{title}</h3>
      {children.length === 0 ? <p className="ui-hint">{empty}</p> : null}
      <ul className="exchange-list">{isWhole ? children : children.slice(0, shownFirst)}</ul>
      {!isWhole && rest > 0 && (
        <Button isSmall kind="quiet" onPress={() => setWhole(true)}>
          {t('exchange.more', { count: rest })}
        </Button>
      )}
    </section>
  );
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}
