import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { type Incoming, readFile } from './incoming';

interface ImportSourceProps {
  text: string;
  onText: (text: string) => void;
  onFile: (incoming: Incoming) => void;
}

export function ImportSource({ text, onText, onFile }: ImportSourceProps) {
  const { t } = useTexts();
  const choose = async (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(await readFile(file));
  };
  return (
    // A text field would turn the line ends of another system into its own.
    <div
      className="exchange-source"
      onPasteCapture={event => {
        const pasted = event.clipboardData.getData('text/plain');
        if (text !== '' || pasted === '') return;
        event.preventDefault();
        onText(pasted);
      }}
    >
      <p>{t('exchange.import.what')}</p>
      <TextField label={t('exchange.import.paste')} value={text} onChange={onText} rows={12} isCode dir="ltr" />
      <div className="exchange-file">
        <FileTrigger acceptedFileTypes={['.css', '.json', 'text/css', 'application/json']} onSelect={choose}>
          <Button>{t('exchange.import.file')}</Button>
        </FileTrigger>
        <span className="ui-hint">{t('exchange.import.dropHint')}</span>
      </div>
    </div>
  );
}
