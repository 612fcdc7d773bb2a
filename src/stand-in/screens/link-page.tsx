import { useEffect, useState } from 'react';
import type { LinkToken } from '../frame-contract';
import type { LinkExchange } from '../link-exchange';
import { createTexts, type Texts } from '../texts';
import { useDocumentLook } from '../use-document-look';
import { ButtonRow, SubmitButton } from './button-row';
import { Icon } from './icon';
import { LaunchedSdk } from './launched-sdk';
import { Loader } from './loader';
import { StatusCard } from './status-card';

type Visit = { name: 'opening' } | { name: 'open'; link: LinkToken } | { name: 'expired' | 'failed' };

/** What a link opens by itself: the whole flow, on a page of its own. */
export function LinkPage({ exchange }: { exchange: LinkExchange }) {
  const [visit, setVisit] = useState<Visit>({ name: 'opening' });
  const lang = visit.name === 'open' ? visit.link.lang : null;
  const texts = createTexts(lang ?? navigator.language, undefined);
  const theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  useDocumentLook({ texts, theme }, texts.say('link.title'));

  useEffect(() => {
    if (visit.name !== 'opening') return;
    let isGone = false;
    void exchange().then(exchanged => {
      if (isGone) return;
      setVisit(exchanged.kind === 'opened' ? { name: 'open', link: exchanged.link } : { name: exchanged.kind });
    });
    return () => {
      isGone = true;
    };
  }, [exchange, visit.name]);

  if (visit.name === 'opening') return <Loader texts={texts} />;
  if (visit.name !== 'open') {
    return <ClosedLink reason={visit.name} texts={texts} onTryAgain={() => setVisit({ name: 'opening' })} />;
  }
  return (
    <LaunchedSdk
      link={visit.link}
      theme={theme}
      texts={texts}
      onFailed={() => setVisit({ name: 'failed' })}
      renew={async () => {
        const exchanged = await exchange();
        if (exchanged.kind === 'opened') return exchanged.link.accessToken;
        if (exchanged.kind === 'expired') setVisit({ name: 'expired' });
        throw new Error('The link opens nothing any more');
      }}
    />
  );
}

interface ClosedLinkProps {
  reason: 'expired' | 'failed';
  texts: Texts;
  onTryAgain: () => void;
}

function ClosedLink({ reason, texts, onTryAgain }: ClosedLinkProps) {
  const isExpired = reason === 'expired';
  return (
    <main className="iframe2 min-height">
      <StatusCard
        kind="problem"
        icon={<Icon name={isExpired ? 'clock' : 'attention'} />}
        title={texts.say(isExpired ? 'link.expiredTitle' : 'link.failedTitle')}
        text={<p className="status-text">{texts.say(isExpired ? 'link.expiredText' : 'link.failedText')}</p>}
      >
        {!isExpired && (
          <form
            onSubmit={event => {
              event.preventDefault();
              onTryAgain();
            }}
          >
            <ButtonRow>
              <SubmitButton text={texts.say('buttons.tryAgain')} />
            </ButtonRow>
          </form>
        )}
      </StatusCard>
    </main>
  );
}
