import { tokenShapeSchema } from '../../control/panel-contract';
import { useAction, useRead } from '../api/panel-queries';
import { Choice } from '../ui/choice';
import { ReadErrorNote } from '../ui/error-note';
import { Outcome } from '../ui/outcome';

const shapes = [
  ['jwt', 'With the frame’s address'],
  ['jwt-v2', 'With the frame’s address, version 2'],
  ['bare-jwt', 'With the address, but no prefix'],
  ['opaque', 'Opaque'],
  ['opaque-v2', 'Opaque, version 2'],
] as const;

/** How access tokens of the SDK are spelled; nobody knows which of these IDnGO uses. */
export function TokenShape() {
  const shape = useRead('webhooks', 'access-tokens/shape', tokenShapeSchema);
  const change = useAction((http, chosen: string) =>
    http.send({ path: 'access-tokens/shape', body: { shape: chosen } }, tokenShapeSchema),
  );
  return (
    <section className="card verdict" aria-labelledby="token-shape">
      <h3 id="token-shape">Access tokens</h3>
      <p className="hint">
        Tokens of this family are spelled in several ways, and an app must take all of them. New ones are spelled like
        this, in both environments.
      </p>
      <ReadErrorNote error={shape.error} />
      <Choice
        name="token-shape"
        legend="Spelling"
        className="buttons"
        options={shapes}
        value={shape.data?.shape ?? null}
        onChoose={chosen => change.mutate(chosen)}
      />
      <Outcome action={change}>The next token is spelled like this.</Outcome>
    </section>
  );
}
