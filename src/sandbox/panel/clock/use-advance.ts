import { clockSchema } from '../../control/clock-contract';
import { useAction } from '../api/panel-queries';

/** Moves the sandbox's clock forward; done when everything that fell due has been. */
export function useAdvance() {
  return useAction((http, seconds: number) => http.send({ path: 'clock/advance', body: { seconds } }, clockSchema));
}
