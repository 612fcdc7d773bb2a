import { cancelHandOff, type HandOff, lookPath, makeHandOff, takePath } from '#contract/hand-off';
import { given } from '../fixed-answers';
import { type Answer, ago, type GalleryState, minuteMs, type Say, secondMs } from '../gallery-state';
import { person } from './people';

const read = `GET ${makeHandOff.path}`;
const make = `POST ${makeHandOff.path}`;
const cancel = `DELETE ${cancelHandOff.path}`;
const look = `POST ${lookPath}`;
const take = `POST ${takePath}`;

const newest = (handOff: HandOff | null) => given({ handOff });
const made = given({
  id: 'a',
  url: 'https://check.service.invalid/handoff',
  token: 'only-for-the-gallery-000',
  secondsLeft: 600,
});
const connected: HandOff = {
  state: 'connected',
  id: 'a',
  device: { browser: 'Safari', system: 'iOS' },
  at: ago(minuteMs),
};
const open = {
  is: 'open',
  startedOn: { browser: 'Firefox', system: 'Windows' },
  startedAt: ago(2 * minuteMs),
  present: 'nobody',
};

const waiting: Say = t => t('handoff.waiting.state');
const computer = { path: '/handoff', session: person('in-progress') } as const;
const phone = { path: '/handoff', before: 'link' } as const;

function closed(
  title: string,
  code: Extract<Answer, { is: 'refused' }>['code'],
): Pick<GalleryState, 'title' | 'answers'> {
  return { title, answers: { [look]: { is: 'refused', code } } };
}

export const handOffStates: Readonly<Record<string, GalleryState>> = {
  'handoff-begin': { title: 'Nobody is known yet', path: '/handoff', says: [t => t('handoff.begin.button')] },
  'handoff-waiting': {
    title: 'The code, waiting for the phone',
    answers: { [read]: newest(null), [make]: made },
    ...computer,
    says: [t => t('handoff.waiting.state'), t => t('handoff.until', { time: '*' })],
  },
  'handoff-cancel-failed': {
    title: 'The code could not be cancelled',
    ...computer,
    answers: {
      [read]: newest(null),
      [make]: made,
      [cancel]: { is: 'lost' },
    },
    presses: [t => t('handoff.cancel')],
    says: [t => t('problem.unreachable.heading')],
  },
  'handoff-connected': {
    title: 'The phone is connected',
    ...computer,
    answers: { [read]: newest(connected) },
    says: [
      t => t('handoff.connected.heading'),
      t => t('handoff.connected.device', { browser: '*', system: '*', time: '*' }),
    ],
  },
  'handoff-expired': {
    title: 'The code has expired',
    ...computer,
    answers: { [read]: newest(null), [make]: made },
    passed: { ms: 10 * minuteMs, since: waiting },
    says: [t => t('handoff.expired.heading')],
  },
  'handoff-cancelled': {
    title: 'The code is cancelled',
    ...computer,
    answers: { [read]: newest(null), [make]: made, [cancel]: newest({ state: 'cancelled', id: 'a' }) },
    presses: [t => t('handoff.cancel')],
    says: [t => t('handoff.cancelled.heading')],
  },
  'handoff-replaced': {
    title: 'There is a newer code',
    ...computer,
    // The news of it comes with the next question for the status.
    session: [person('in-progress'), given({ verification: { ...person('in-progress'), revision: 5 } })],
    link: 'polling',
    answers: { [read]: [newest(null), newest({ state: 'waiting', id: 'b' })], [make]: made },
    passed: { ms: 6 * secondMs, since: waiting },
    says: [t => t('handoff.replaced.heading')],
  },
  'handoff-limited': {
    title: 'Too many codes',
    ...computer,
    answers: { [read]: newest(null), [make]: { is: 'refused', code: 'rate-limited', retryAfterSeconds: 600 } },
    says: [t => t('problem.busy.heading')],
  },
  'phone-confirm': {
    title: 'On the phone: continue?',
    ...phone,
    answers: { [look]: given(open) },
    says: [t => t('handoff.confirm.heading')],
  },
  'phone-confirm-other': {
    title: 'On the phone: somebody else is here',
    ...phone,
    answers: { [look]: given({ ...open, startedOn: { browser: null, system: null }, present: 'somebody-else' }) },
    says: [t => t('handoff.confirm.other')],
  },
  'phone-failed': {
    title: 'On the phone: it could not continue',
    ...phone,
    answers: { [look]: given(open), [take]: { is: 'lost' } },
    presses: [t => t('handoff.confirm.continue')],
    says: [t => t('problem.unreachable.heading')],
  },
  'phone-refused': {
    title: 'On the phone: not started by this person',
    ...phone,
    answers: { [look]: given(open) },
    presses: [t => t('handoff.confirm.refuse')],
    says: [t => t('handoff.refused.heading')],
  },
  'phone-own': {
    title: 'The link was opened where it was made',
    ...phone,
    answers: { [look]: given({ is: 'own' }) },
    says: [t => t('handoff.own.heading')],
  },
  'phone-used': {
    ...closed('On the phone: used already', 'hand-off-used'),
    ...phone,
    says: [t => t('handoff.used.heading')],
  },
  'phone-expired': {
    ...closed('On the phone: expired', 'hand-off-expired'),
    ...phone,
    says: [t => t('handoff.linkExpired.heading')],
  },
  'phone-cancelled': {
    ...closed('On the phone: cancelled', 'hand-off-cancelled'),
    ...phone,
    says: [t => t('handoff.linkCancelled.heading')],
  },
  'phone-unknown': {
    ...closed('On the phone: incomplete', 'hand-off-unknown'),
    ...phone,
    says: [t => t('handoff.linkUnknown.heading')],
  },
  'phone-lost': {
    title: 'On the phone: loaded again',
    path: '/handoff',
    before: 'link-reloaded',
    says: [t => t('handoff.linkLost.heading')],
  },
};
