import { type ComponentType, lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from '../../ui/error-boundary';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { Button } from './button';
import { Dialog } from './dialog';
import { EmptyState } from './empty-state';

/** A part of the studio that comes when it is first shown. Where it fails it says so in its place, and tries again. */
export function createPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { Waiting, Failed = PartFailed }: { Waiting?: ComponentType; Failed?: ComponentType<FailedProps> } = {},
): ComponentType<Props> {
  const open = () => lazy(async () => ({ default: await load() }));
  let newest = open();
  return function Part(props: Props) {
    const [Loaded, setLoaded] = useState(() => newest);
    const tryAgain = () => {
      newest = open();
      setLoaded(() => newest);
    };
    return (
      <ErrorBoundary
        fallback={(_, reset) => (
          <Failed
            onTryAgain={() => {
              tryAgain();
              reset();
            }}
          />
        )}
      >
        <Suspense fallback={Waiting && <Waiting />}>
          <Loaded {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}

export function createDialogPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return createPart(load, { Failed: DialogFailed });
}

interface FailedProps {
  onTryAgain: () => void;
}

export function PartFailed({ onTryAgain }: FailedProps) {
  const { t } = useTexts();
  return (
    <div role="alert">
      <EmptyState title={t('shell.failed')} action={<Ways onTryAgain={onTryAgain} />}>
        {t('shell.failed.text')}
      </EmptyState>
    </div>
  );
}

function DialogFailed({ onTryAgain }: FailedProps) {
  const { t } = useTexts();
  const studio = useStudio();
  return (
    <Dialog
      title={t('shell.failed')}
      isOpen
      onClose={() => studio.openDialog(undefined)}
      size="small"
      actions={<Ways onTryAgain={onTryAgain} />}
    >
      <p>{t('shell.failed.text')}</p>
    </Dialog>
  );
}

function Ways({ onTryAgain }: FailedProps) {
  const { t } = useTexts();
  return (
    <>
      <Button onPress={() => window.location.reload()}>{t('shell.failed.reload')}</Button>{' '}
      <Button kind="filled" onPress={onTryAgain}>
        {t('shell.failed.again')}
      </Button>
    </>
  );
}
