import type { StatusReport } from './status-report.js';
import { StoreCard } from './store-card.js';

/** The page at `/` while the Worker renders no shop: what is in KV, and what to do next. */
export function StatusPage({ report }: { report: StatusReport }) {
  const { pulse, stores, problems } = report;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Maho Storefront – status</title>
        <link rel="stylesheet" href="/status.css" />
      </head>
      <body>
        <header>
          <h1>Maho Storefront</h1>
          <p>The catalogue at the edge: what was copied from the shop, and when.</p>
        </header>
        <main>
          {problems.length > 0 && (
            <section class="notice" aria-labelledby="problems">
              <h2 id="problems">Not ready to sync</h2>
              <ul>
                {problems.map((problem) => (
                  <li>{problem}</li>
                ))}
              </ul>
            </section>
          )}
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
              <a href="/pulse">Pulse as JSON</a>
            </p>
          </section>
        </main>
      </body>
    </html>
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

/** To the second, in UTC; the exact time is in the attribute. */
function Time({ iso }: { iso: string }) {
  return <time datetime={iso}>{`${iso.slice(0, 19).replace('T', ' ')} UTC`}</time>;
}
