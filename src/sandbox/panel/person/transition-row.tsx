import { type ReactNode, useId } from 'react';
import * as v from 'valibot';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { Outcome } from '../ui/outcome';

interface TransitionRowProps {
  title: string;
  /** What it does, in a sentence for somebody who has never heard of it. */
  sentence: string;
  action: { error: Error | null; isSuccess: boolean };
  /** What is said when it is done; left out: that a webhook went out. */
  done?: string;
  children: ReactNode;
}

/** One thing that can happen to an applicant: what it is, what starts it, and how it went. */
export function TransitionRow({ title, sentence, action, done, children }: TransitionRowProps) {
  const titleId = useId();
  return (
    <li className="transition">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its controls */}
      <div role="group" aria-labelledby={titleId} className="transition-grid">
        <div>
          <strong id={titleId}>{title}</strong>
          <p className="hint">{sentence}</p>
        </div>
        <div className="line">{children}</div>
      </div>
      {done === undefined ? <Outcome action={action} /> : <Outcome action={action}>{done}</Outcome>}
    </li>
  );
}

export interface Transition {
  name: string;
  body?: object;
}

/** `POST applicants/{applicantId}/{name}`. */
export function useTransition(applicantId: string) {
  return useAction((http, { name, body = {} }: Transition) =>
    http.send({ path: toPath('applicants', applicantId, name), body }, v.unknown()),
  );
}
