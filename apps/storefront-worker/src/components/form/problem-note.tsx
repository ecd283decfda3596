import type { Problem } from '../../shopping/visit/problem.js';

/** Says at the top of a form why it was not done. */
export function ProblemNote({ problem }: { problem: Pick<Problem, 'message'> | null }) {
  if (problem === null) return null;
  return (
    <p class="problem-note" role="alert">
      {problem.message}
    </p>
  );
}
