import { type Reasons, toReason, useReasons } from '../i18n/reasons';
import { useLanguage } from '../i18n/use-language';
import type { DocumentItem } from './document-items';
import { useDocumentNames } from './document-names';

export function DocumentCards({ items }: { items: DocumentItem[] }) {
  const reasons = useReasons();
  if (reasons.isPending) return null;
  return (
    <ul className="document-cards">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step may hold two images of the same side.
        <DocumentCard key={index} item={item} reasons={reasons.data} />
      ))}
    </ul>
  );
}

function DocumentCard({ item, reasons }: { item: DocumentItem; reasons: Reasons | undefined }) {
  const { t } = useLanguage();
  const { toImageName } = useDocumentNames();
  return (
    <li className="card document-card" data-verdict={item.verdict}>
      <div className="document-head">
        <strong className="document-name">{toImageName(item.step, item.side)}</strong>
        <span className="pill">
          <span className="dot pill-dot" aria-hidden="true" />
          {t(`verdict.${item.verdict}`)}
        </span>
      </div>
      <Why item={item} reasons={reasons} />
    </li>
  );
}

/** The provider's words first, then ours for the label, then neutral ones. */
function Why({ item, reasons }: { item: DocumentItem; reasons: Reasons | undefined }) {
  if (item.verdict !== 'send-again' && item.verdict !== 'missing') return null;
  const ours = reasons && toReason(reasons, item.verdict === 'missing' ? ['missing'] : item.reasons);
  if (item.comment) {
    return (
      <p className="document-why" dir="auto">
        {item.comment}
      </p>
    );
  }
  if (!ours) return null;
  return (
    <>
      <p className="document-why">{ours.what}</p>
      <p className="document-instruction">{ours.instruction}</p>
    </>
  );
}
