import { createRoot } from 'react-dom/client';
import { linkPagePath } from './frame-contract';
import { createLinkExchange } from './link-exchange';
import { LinkPage } from './screens/link-page';
import './stock.css';
import './stock/link.css';

const container = document.getElementById('link');
if (!container) throw new Error('link.html has no element with the id "link"');

const linkId = decodeURIComponent(window.location.pathname.slice(linkPagePath.length));
createRoot(container).render(<LinkPage exchange={createLinkExchange(window.fetch.bind(window), linkId)} />);
