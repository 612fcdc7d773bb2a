import type { Standing } from './standing';

export function StandingPill({ standing }: { standing: Standing }) {
  return <span className={`pill ${standing.tone}`}>{standing.word}</span>;
}
