import '@fontsource-variable/golos-text/index.css';
import './tokens.css';
import './panel.css';
import './review.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createPanelApi } from './panel-api';
import { PanelPage } from './panel-page';
import { createPanelQueryClient, PanelApiContext } from './panel-queries';

const root = document.getElementById('root');
if (root === null) throw new Error('panel.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createPanelQueryClient()}>
      <PanelApiContext value={createPanelApi((input, init) => fetch(input, init))}>
        <PanelPage />
      </PanelApiContext>
    </QueryClientProvider>
  </StrictMode>,
);
