import type { DocumentImage, DocumentStep } from '#contract/documents';
import { useLanguage } from '../i18n/use-language';

/** Names of documents and steps in the language of the page; IDnGO's lists go on, so other names occur. */
export function useDocumentNames() {
  const { t } = useLanguage();
  const read = (key: string): string | undefined => (t.has(key) ? t(key) : undefined);
  const toDocumentName = (idDocType: string) => read(`document.${idDocType}`) ?? t('document.other');
  const toStepName = ({ idDocType, idDocSetType }: DocumentStep) =>
    (idDocType ? read(`document.${idDocType}`) : undefined) ?? read(`step.${idDocSetType}`) ?? t('document.other');
  const toImageName = (step: DocumentStep, side: DocumentImage['side']) => {
    const name = toStepName(step);
    return side === 'whole' ? name : t(`side.${side}`, { name });
  };
  return { toDocumentName, toStepName, toImageName };
}
