import { type Reason, type Reasons, toReason, useReasons } from '../i18n/reasons';
import { useLanguage } from '../i18n/use-language';
import { List } from '../ui/list';
import { type DocumentItem, isPhoto } from './document-items';
import { useDocumentNames } from './document-names';

export function DocumentCards({ items }: { items: DocumentItem[] }) {
  const reasons = useReasons();
  if (reasons.isPending) return null;
  return (
    <List className="document-cards">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step may hold two images of the same side.
        <DocumentCard key={index} item={item} reasons={reasons.data} />
      ))}
    </List>
  );
}

function DocumentCard({ item, reasons }: { item: DocumentItem; reasons: Reasons | undefined }) {
  const { t } = useLanguage();
  const { toImageName } = useDocumentNames();
  return (
    <li className="card document-card" data-verdict={item.verdict}>
      <div className="document-head">
        <h2 className="document-name">{toImageName(item.step, item.side)}</h2>
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
  if (item.comment) {
    return (
      <p className="document-why" dir="auto">
        {item.comment}
      </p>
    );
  }
  if (!reasons) return null;
  const neutral = isPhoto(item) ? 'fallback' : 'details';
  return <Explained reason={item.verdict === 'missing' ? reasons.missing : toReason(reasons, item.reasons, neutral)} />;
}

/** Why something is needed where no document is marked. */
export function ReasonCard({ labels }: { labels: readonly string[] }) {
  const reasons = useReasons();
  if (!reasons.data) return null;
  return (
    <div className="card document-card">
      <Explained reason={toReason(reasons.data, labels, 'unnamed')} />
    </div>
  );
}

function Explained({ reason: { what, instruction } }: { reason: Reason }) {
  return (
    <>
      <p className="document-why">{what}</p>
      <p className="document-instruction">{instruction}</p>
    </>
  );
}
