import { useProblemText } from './problem-screen';

/** Beside the button that did not do it: what is the matter. */
export function ProblemLine({ error, banner }: { error: Error | null; banner?: boolean }) {
  const problem = useProblemText(error);
  return (
    problem && (
      <p className={banner ? 'banner' : 'problem-line'} role="alert">
        <strong>{problem.heading}</strong> {problem.text}
      </p>
    )
  );
}
