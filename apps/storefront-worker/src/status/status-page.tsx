import { ProblemList } from './problem-list.js';
import { StatusDocument } from './status-document.js';
import type { StatusReport } from './status-report.js';
import { StoreCard } from './store-card.js';
import { Time } from './time.js';

/** The page at `/` while the Worker renders no shop: what is in KV, and what to do next. */
export function StatusPage({ report }: { report: StatusReport }) {
  const { pulse, stores, problems } = report;
  return (
    <StatusDocument title="status" lead="The catalogue at the edge: what was copied from the shop, and when.">
      <ProblemList title="Not ready to sync" problems={problems} />
      {stores.length === 0 ? <FirstSteps /> : stores.map((entry) => <StoreCard {...entry} />)}
      <section class="card" aria-labelledby="pulse">
        <h2 id="pulse">Pulse</h2>
        <dl>
          <dt>Data version</dt>
          <dd>
            <code>{pulse.hash ?? 'none yet'}</code>
          </dd>
          <dt>Content changed</dt>
          <dd>{pulse.updatedAt === null ? 'never' : <Time iso={pulse.updatedAt} />}</dd>
          <dt>Last good sync</dt>
          <dd>{pulse.syncedAt === null ? 'never' : <Time iso={pulse.syncedAt} />}</dd>
        </dl>
        <p>
          <a href="/pulse">Pulse as JSON</a> · <a href="/sync/dashboard">Runs, and “sync now”</a>
        </p>
      </section>
    </StatusDocument>
  );
}

function FirstSteps() {
  return (
    <section class="card" aria-labelledby="first">
      <h2 id="first">Nothing is synced yet</h2>
      <p>Start the first sync from the shop’s admin, or by hand:</p>
      <pre>
        <code>
          {'curl -X POST -H "Authorization: Bearer $SYNC_SECRET" \\\n  https://this-worker.example/sync'}
        </code>
      </pre>
      <p>
        It copies configuration, categories, products, pages and posts of every store, and then shows them
        here.
      </p>
    </section>
  );
}
