import '@fontsource-variable/golos-text/index.css';
import '../ui/base.css';
import './operations.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api/http';
import { OperationsPage } from './operations-page';

/** An examination waits for what does not answer. */
const timeoutMs = 120_000;

const root = document.getElementById('root');
if (!root) throw new Error('operations.html has no #root');

createRoot(root).render(
  <StrictMode>
    <OperationsPage api={createApi({ fetch: (input, init) => window.fetch(input, init), timeoutMs })} />
  </StrictMode>,
);
