/** The arch of the product, and of each state: an inner door while checking, an arrow, a tick, a bar. */
export type DoorSign = 'checking' | 'send-again' | 'open' | 'closed';

const tones: Record<DoorSign, string> = {
  checking: 'tone-accent',
  'send-again': 'tone-warn',
  open: 'tone-good',
  closed: 'tone-bad',
};

export function Door({ sign }: { sign: DoorSign }) {
  return (
    <svg className={`door ${tones[sign]}`} viewBox="0 0 44 48" aria-hidden="true">
      <path d="M2 46V22a20 20 0 0 1 40 0v24" />
      {sign === 'checking' && <path className="door-inner" d="M13 45V25a9 9 0 0 1 18 0v20" />}
      {sign === 'send-again' && <path d="M22 37V23m-7 6.5 7-7 7 7" />}
      {sign === 'open' && <path d="m14 29 6 6.5L31 23" />}
      {sign === 'closed' && <path d="M14 32h16" />}
    </svg>
  );
}

export function ProductMark() {
  return (
    <svg viewBox="0 0 20 22" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true">
      <path strokeWidth="1.8" d="M1.5 20.5V9.8a8.5 8.5 0 0 1 17 0v10.7" />
      <path strokeWidth="1.5" opacity=".55" d="M6.2 20.5V11a3.8 3.8 0 0 1 7.6 0v9.5" />
    </svg>
  );
}
