import type { GalleryState } from './gallery-state';
import { deviceStates } from './states/devices';
import { doorStates } from './states/doors';
import { handOffStates } from './states/hand-offs';
import { actionStates, closedStates } from './states/outcomes';
import { problemStates } from './states/problems';
import { sessionStates } from './states/sessions';
import { startStates } from './states/start';
import { verifiedStates } from './states/verified';
import { verifyStates } from './states/verify';
import { waitingStates } from './states/waiting';

/** The wall, in the order in which a person could meet it: a new state is one more entry in its group's file. */
export const stateGroups: readonly { title: string; states: Readonly<Record<string, GalleryState>> }[] = [
  { title: 'Start', states: startStates },
  { title: 'Device', states: deviceStates },
  { title: 'Hand-off', states: handOffStates },
  { title: 'Verify', states: verifyStates },
  { title: 'Waiting', states: waitingStates },
  { title: 'Verified', states: verifiedStates },
  { title: 'Action needed', states: actionStates },
  { title: 'Not verified, changed', states: closedStates },
  { title: 'Doors that are closed', states: doorStates },
  { title: 'Session and language', states: sessionStates },
  { title: 'Problems', states: problemStates },
];

export function findState(name: string): GalleryState | undefined {
  return stateGroups.flatMap(({ states }) => (Object.hasOwn(states, name) ? [states[name]] : [])).at(0);
}
