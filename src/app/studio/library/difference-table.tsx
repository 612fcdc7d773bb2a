import { useTexts } from '../i18n/use-texts';
import type { Difference } from './list-differences';

const mostShown = 40;

/** What of two themes differs; folded, since most choose without it. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTexts();
  const more = differences.length - mostShown;
  return (
    <details className="library-differences">
      <summary>{t('library.stale.differs', { count: differences.length })}</summary>
      <div className="library-differences-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('library.stale.differs.setting')}</th>
              <th scope="col">{t('library.stale.differs.theirs')}</th>
              <th scope="col">{t('library.stale.differs.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, mostShown).map(({ path, theirs, mine }) => (
              <tr key={`${path} ${theirs} ${mine}`}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <Value text={theirs} />
                <Value text={mine} />
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className="ui-hint">{t('library.stale.differs.more', { count: more })}</p>}
      </div>
    </details>
  );
}

function Value({ text }: { text: string | undefined }) {
  return <td>{text === undefined ? '–' : <code dir="auto">{text}</code>}</td>;
}
