import { isoTime } from '../formatting/iso-time.js';
import { RunState } from '../status/run-state.js';
import { Time } from '../status/time.js';
import type { StoreReport } from './dashboard-report.js';

/** Where every store is; what the page's script replaces while something is under way. */
export function CurrentRuns({ stores }: { stores: readonly StoreReport[] }) {
  return (
    <ul class="runs">
      {stores.map((report) => (
        <li>
          <h3>
            {report.store.name} <code>{report.store.code}</code>
          </h3>
          {report.current === null ? <p>No run is under way.</p> : <CurrentRun {...report.current} />}
          {report.waiting > 0 && <p>{report.waiting} more waiting for its end.</p>}
        </li>
      ))}
    </ul>
  );
}

function CurrentRun({ run, progress }: NonNullable<StoreReport['current']>) {
  const { state, scope } = run;
  if (state === 'queued') {
    return (
      <p>
        <RunState state={state} /> {scope}
      </p>
    );
  }
  const startedAt = isoTime(run.startedAt);
  const { listed, inKv } = progress?.products ?? { listed: 0, inKv: 0 };
  // Some products have a record though no listing shows them.
  const most = Math.max(1, listed, inKv);
  return (
    <>
      <p>
        <RunState state={state} /> {scope}
        {progress?.stage && `, stage ${progress.stage}`}
        {startedAt !== null && (
          <>
            , since <Time iso={startedAt} />
          </>
        )}
      </p>
      <p>
        <progress max={most} value={inKv} aria-label="Products in KV" /> {inKv.toLocaleString('en')} products
        in KV, {listed.toLocaleString('en')} listed
      </p>
      <p>
        {run.written.toLocaleString('en')} written, {run.deleted.toLocaleString('en')} deleted,{' '}
        {run.failures.toLocaleString('en')} failed
      </p>
    </>
  );
}
