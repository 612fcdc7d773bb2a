import { useEffect, useEffectEvent, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { type Incoming, readDrop, readFile } from './incoming';

/** The whole window takes files, and says so while one is held over it. */
export function DropZone({ onDrop }: { onDrop: (incoming: Incoming) => void }) {
  const { t } = useTexts();
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(async (data: DataTransfer) => {
    const dropped = readDrop(data);
    onDrop(dropped instanceof File ? await readFile(dropped) : dropped);
  });

  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) void take(event.dataTransfer);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDropped);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDropped);
    };
  }, []);

  return isOver ? (
    <div className="exchange-drop" role="status">
      <p>{t('exchange.drop')}</p>
    </div>
  ) : null;
}
