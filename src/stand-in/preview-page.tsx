import { startPreview } from './preview';
import './stock.css';

const container = document.getElementById('frame');
if (!container) throw new Error('preview.html has no element with the id "frame"');
startPreview(container, new URLSearchParams(window.location.search));
