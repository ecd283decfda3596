import type { StoreReport } from './dashboard-report.js';

/** Ends what is under way. A sync has the same run in each of its stores, so it has one button. */
export function CancelForm({ stores }: { stores: readonly StoreReport[] }) {
  const scopes = new Map(
    stores.flatMap(({ current }) => (current === null ? [] : [[current.run.id, current.run.scope]])),
  );
  if (scopes.size === 0) return null;
  return (
    <form class="buttons" method="post" action="/sync/dashboard/cancel">
      {[...scopes].map(([id, scope]) => (
        <button type="submit" name="run" value={id} class="quiet">
          Cancel the sync ({scope})
        </button>
      ))}
    </form>
  );
}
