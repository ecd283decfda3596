import { ProblemList } from '../status/problem-list.js';
import { StatusDocument } from '../status/status-document.js';

/** Shown instead of the sign-in while there is no secret that anyone could know. */
export function LockedPage({ problems }: { problems: readonly string[] }) {
  return (
    <StatusDocument title="locked" lead="Nobody can sign in before the Worker is set up.">
      <ProblemList title="Not ready to sync" problems={problems} />
    </StatusDocument>
  );
}
