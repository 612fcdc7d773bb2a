import { Icon } from '../icon';

/** The tick or cross at the end of a field; what it means is said in words beside it. */
export function FieldSign({ state }: { state: 'right' | 'wrong' | undefined }) {
  if (!state) return null;
  return (
    <span className={state === 'right' ? 'success-icon' : 'invalid-icon'} data-v-e3e6b47c="">
      <Icon name={state === 'right' ? 'tick' : 'cross'} className="ss-icon" />
    </span>
  );
}
