import { useTexts } from '../i18n/use-texts';
import type { Incoming } from './incoming';
import type { ImportFault } from './read-import';
import type { Position } from './text-position';

/** What is wrong, where, and what to do about it. */
export function ImportFaults({ incoming, faults }: { incoming: Incoming; faults: readonly ImportFault[] }) {
  const { t } = useTexts();
  if ('problem' in incoming) {
    const key = `exchange.problem.${incoming.source}.${incoming.problem}` as 'exchange.problem.file.folder';
    return <p className="exchange-problem">{t(key, { name: 'fileName' in incoming ? incoming.fileName : '' })}</p>;
  }
  return (
    <>
      <p>{t('exchange.import.nothingChanged')}</p>
      <ul className="exchange-faults">
        {faults.map(({ problem, path, at }) => (
          <li key={`${path} ${problem}`}>
            {at && <Place at={at} />}
            {path !== '' && <code>{path}</code>}
            <span>{t(`exchange.fault.${problem}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Place({ at: { line, column } }: { at: Position }) {
  const { t } = useTexts();
  return <span className="exchange-place">{t('exchange.place', { line, column })}</span>;
}
