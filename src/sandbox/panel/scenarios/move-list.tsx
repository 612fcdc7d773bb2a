import type { RunView, ScenarioView } from '../../control/scenario-contract';
import { useSandboxNow } from '../clock/sandbox-time';
import { toExactTime } from '../ui/times';

type Move = ScenarioView['moves'][number] & { playedAt?: RunView['moves'][number]['playedAt'] };

const actors = { person: 'Person', time: 'Time', idngo: 'IDnGO' } as const;

/** What happens in a scenario, one after the other; of a run, how far it has come. */
export function MoveList({ moves, isRunning }: { moves: readonly Move[]; isRunning: boolean }) {
  const now = useSandboxNow();
  const next = moves.findIndex(move => !move.playedAt);
  return (
    <ol className="moves">
      {moves.map((move, index) => {
        const { playedAt } = move;
        const isNext = isRunning && index === next;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scenario may make the same move twice, and its moves keep their order
          <li key={index} className={playedAt ? 'played' : undefined} aria-current={isNext ? 'step' : undefined}>
            <span className={`actor ${move.actor}`}>{actors[move.actor]}</span>
            <span>
              {move.words}
              {playedAt && (
                <small>
                  {' '}
                  done <time dateTime={playedAt}>{toExactTime(playedAt, now)}</time>
                </small>
              )}
              {isNext && <small> is next</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
