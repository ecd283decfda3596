import { isoTime } from '../formatting/iso-time.js';
import { Time } from '../status/time.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import type { StoreReport } from './dashboard-report.js';
import { RunHistory } from './run-history.js';
import { WritesChart } from './writes-chart.js';

const SHOWN_RETRIES = 20;

/** One store: a chart of its runs, its runs one by one, and what is tried again. */
export function StoreRuns({ store, runs }: StoreReport) {
  const title = `store-${store.code}`;
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title}>
        {store.name} <code>{store.code}</code>
      </h2>
      {runs.length === 0 ? (
        <p>No run yet.</p>
      ) : (
        <>
          <WritesChart id={`writes-${store.code}`} runs={runs} />
          <RunHistory name={store.name} runs={runs} />
          <Retrying run={runs.find(hasEnded)} />
        </>
      )}
    </section>
  );
}

/** As of the last run that ended. */
function Retrying({ run }: { run: RunView | undefined }) {
  if (run === undefined || run.retrying.length === 0) return null;
  return (
    <details>
      <summary>{run.retrying.length} tried again by themselves</summary>
      <ul>
        {run.retrying.slice(0, SHOWN_RETRIES).map(({ entity, id, at }) => (
          <li>
            {entity} {id}, at <Time iso={isoTime(at) ?? ''} />
          </li>
        ))}
      </ul>
    </details>
  );
}
