import type { ApplicantDetail } from '../../control/panel-contract';
import { toWords } from '../ui/wording';
import { Values } from './form-card';

type Document = NonNullable<ApplicantDetail['recognised']>[number];

/** What IDnGO tells the app that it has read from the documents. */
export function RecognisedData({ documents }: { documents: readonly Document[] }) {
  if (documents.length === 0) return null;
  return (
    <section className="recognised" aria-labelledby="recognised">
      <h3 id="recognised" className="label">
        Read from the documents
      </h3>
      <ul className="uploads">
        {documents.map(document => (
          <li key={`${document.idDocType} ${document.number}`} className="card form">
            <strong>{toWords(String(document.idDocType))}</strong>
            <Values values={toFlatValues(document)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Without the type, which is the card's title, and Latin spellings that say the same; an address in one line. */
function toFlatValues({ idDocType: _, ...fields }: Document): Record<string, string> {
  const isNews = ([name, value]: [string, unknown]) => !(name.endsWith('En') && fields[name.slice(0, -2)] === value);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(isNews)
      .map(([name, value]) => [name, typeof value === 'string' ? value : toLine(value)]),
  );
}

function toLine(address: Record<string, string>): string {
  return Object.entries(address)
    .filter(([name]) => !name.endsWith('En'))
    .map(([, part]) => part)
    .join(', ');
}
