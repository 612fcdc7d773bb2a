import { useProblemText } from '../ui/problem-screen';

/** Beside the button that did not do it: what is the matter. */
export function Failure({ error }: { error: Error | null }) {
  const problem = useProblemText(error);
  if (!problem) return null;
  return (
    <p className="handoff-problem" role="alert">
      <strong>{problem.heading}.</strong> {problem.text}
    </p>
  );
}
