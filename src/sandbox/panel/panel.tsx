import '@fontsource-variable/golos-text/index.css';
import './styles/panel.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { panelEventsPath } from '../control/panel-events-contract';
import { followChanges, followWhileVisible } from './api/panel-events';
import { createPanelHttp } from './api/panel-http';
import { createPanelQueryClient, PanelHttpContext, readAnew } from './api/panel-queries';
import { PanelPage } from './panel-page';

const root = document.getElementById('root');
if (root === null) throw new Error('panel.html has no element with the id "root"');

const queryClient = createPanelQueryClient();
followWhileVisible(document, () =>
  followChanges({
    openStream: () => new EventSource(panelEventsPath),
    refresh: kinds => readAnew(queryClient, kinds),
  }),
);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PanelHttpContext value={createPanelHttp((input, init) => fetch(input, init))}>
        <PanelPage />
      </PanelHttpContext>
    </QueryClientProvider>
  </StrictMode>,
);
