import { toDirection } from '#contract/language';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { IconButton } from '../ui/icon-button';
import { TextField } from '../ui/text-field';
import { setText } from './change-texts';
import { listPlaceholders, type TextEntry } from './list-texts';

interface TextRowProps {
  entry: TextEntry;
  language: string;
  /** What the theme says there, if it says anything. */
  text: string | undefined;
  /** The stock text as the preview says it in this language: English where it does not speak it. */
  stock: string | undefined;
}

const longLine = 38;

export function TextRow({ entry: { path }, language, text, stock = '' }: TextRowProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const placeholders = listPlaceholders(stock);
  const missing = text === undefined ? [] : placeholders.filter(name => !text.includes(name));
  const hints = [
    text !== undefined && stock !== '' ? t('texts.stock', { text: stock }) : '',
    text === undefined && placeholders.length > 0 ? t('texts.filledIn', { values: placeholders.join(', ') }) : '',
    missing.length > 0 ? t('texts.missing', { values: missing.join(', ') }) : '',
  ].filter(hint => hint !== '');
  const change = (next: string | undefined, gesture?: string) =>
    studio.edit({ key: 'texts.step', what: path }, theme => setText(theme, language, path, next), gesture);

  return (
    <li className={`texts-row${text === undefined ? '' : ' texts-changed'}`} data-control={`text:${path}`}>
      <TextField
        label={path}
        value={text ?? ''}
        placeholder={stock}
        rows={Math.max(stock.length, text?.length ?? 0) > longLine ? 3 : 1}
        dir={toDirection(language)}
        undo="studio"
        onChange={next => change(next, `type:texts.${language}.${path}`)}
        onBlur={studio.endGesture}
        {...(hints.length > 0 ? { hint: hints.join(' ') } : {})}
      />
      {text !== undefined && (
        <IconButton
          kind="quiet"
          isSmall
          icon="reset"
          label={t('texts.reset', { path })}
          onPress={() => change(undefined)}
        />
      )}
    </li>
  );
}
