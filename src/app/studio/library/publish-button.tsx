import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../desk/desk';
import { studioQuery } from '../desk/queries';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { PublishDialog } from './publish-dialog';
import { QueryWait } from './query-wait';
import { RightsDialog } from './rights-dialog';

export function PublishButton() {
  const { t } = useTexts();
  const studio = useStudio();
  const { api, client } = useDesk();
  const query = useQuery(studioQuery(api), client);
  const answer = query.data;
  const isOpen = useStudioState(({ dialog }) => dialog === 'publish');
  const close = () => studio.openDialog(undefined);
  return (
    <>
      <Button kind="filled" onPress={() => studio.openDialog('publish')}>
        {t('library.publish')}
      </Button>
      {isOpen && answer?.designer && <PublishDialog studioAnswer={answer} onClose={close} />}
      {isOpen && !answer && (
        <Dialog title={t('library.publish')} size="small" isOpen onClose={close}>
          <QueryWait query={query} failed={t('library.asking.failed')} />
        </Dialog>
      )}
      <RightsDialog isOpen={isOpen && answer?.designer === null} onClose={close} />
    </>
  );
}
