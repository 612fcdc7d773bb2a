import { createRoot } from 'react-dom/client';
import { createLinkExchange, readLinkId } from './link-exchange';
import { LinkPage } from './screens/link-page';
import './stock.css';
import './stock/link.css';

const container = document.getElementById('link');
if (!container) throw new Error('link.html has no element with the id "link"');

const linkId = readLinkId(window.location.pathname);
createRoot(container).render(<LinkPage exchange={createLinkExchange(window.fetch.bind(window), linkId)} />);
