import { ProblemList } from '../status/problem-list.js';
import { StatusDocument } from '../status/status-document.js';
import { CancelForm } from './cancel-form.js';
import { CurrentRuns } from './current-runs.js';
import type { DashboardReport } from './dashboard-report.js';
import { StoreRuns } from './store-runs.js';
import { SyncForm } from './sync-form.js';

/** Without a script the page itself is loaded again while something is under way. */
const REFRESH_S = 5;

export interface DashboardPageProps {
  report: DashboardReport;
  /** What keeps syncs from working. */
  problems: readonly string[];
  /** Why what was just asked for did not happen; null where it did. */
  refusal: string | null;
  /** Address of the script. */
  script: string;
  /** Whether there is a session to end; without a secret, in development, there is none. */
  hasSession: boolean;
}

/** What is under way, “sync now”, and what past runs did. */
export function DashboardPage({ report, problems, refusal, script, hasSession }: DashboardPageProps) {
  const { stores, isUnderWay } = report;
  return (
    <StatusDocument
      title="runs"
      lead="Every run of the sync: what it changed, how long it took, what failed."
      head={isUnderWay && <LiveHead script={script} />}
    >
      <ProblemList title="That did not work" problems={refusal === null ? [] : [refusal]} />
      <ProblemList title="Not ready to sync" problems={refusal === null ? problems : []} />
      <section class="card" aria-labelledby="now">
        <h2 id="now">Now</h2>
        <p role="status" data-live-state>
          {isUnderWay ? 'A sync is under way.' : 'Nothing is under way.'}
        </p>
        <div data-live={isUnderWay ? '/sync/dashboard/events' : undefined}>
          <CurrentRuns stores={stores} />
        </div>
        <CancelForm stores={stores} />
      </section>
      <SyncForm stores={stores.map(({ store }) => store)} />
      {stores.map((entry) => (
        <StoreRuns {...entry} />
      ))}
      {hasSession && (
        <form method="post" action="/sync/dashboard/sign-out">
          <button type="submit" class="quiet">
            Sign out
          </button>
        </form>
      )}
    </StatusDocument>
  );
}

function LiveHead({ script }: { script: string }) {
  return (
    <>
      <script type="module" src={script} />
      <noscript>
        <meta http-equiv="refresh" content={String(REFRESH_S)} />
      </noscript>
    </>
  );
}
