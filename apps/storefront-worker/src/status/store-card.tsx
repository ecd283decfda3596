import { keys } from '@maho-storefront/kv-schema';
import type { SyncedCounts } from '@maho-storefront/sync-core';
import { elapsed } from '../formatting/elapsed.js';
import type { PublicStore } from '../registry/public-store.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import type { CatalogOverview } from '../store-catalog/store-catalog.js';
import { RunState } from './run-state.js';

const COUNTS: readonly { name: keyof SyncedCounts; label: string }[] = [
  { name: 'products', label: 'Products' },
  { name: 'categories', label: 'Categories' },
  { name: 'cmsPages', label: 'CMS pages' },
  { name: 'blogPosts', label: 'Blog posts' },
  { name: 'countries', label: 'Country lists' },
  { name: 'config', label: 'Configurations' },
];

/** One store: its records in KV by type, its last run, and links to the data. */
export function StoreCard({ store, overview }: { store: PublicStore; overview: CatalogOverview }) {
  const { lastRun, synced } = overview;
  const title = `store-${store.code}`;
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title}>
        {store.name} <code>{store.code}</code>
      </h2>
      <ul class="counts">
        {COUNTS.map(({ name, label }) => (
          <li>
            <strong>{(synced?.[name] ?? 0).toLocaleString('en')}</strong> {label}
          </li>
        ))}
      </ul>
      {lastRun === null ? <p>No run yet.</p> : <LastRun run={lastRun} overview={overview} />}
      <nav aria-label={`Data of ${store.name}`}>
        <RecordLink name="Configuration" path={keys.config(store.code)} />
        <RecordLink name="Categories" path={keys.categories(store.code)} />
        <RecordLink name="Menu" path={keys.menu(store.code)} />
        <RecordLink name="CMS pages" path={keys.cmsPages(store.code)} />
        <RecordLink name="Blog posts" path={keys.blogPosts(store.code)} />
        <RecordLink name="Countries" path={keys.countries(store.code)} />
      </nav>
    </section>
  );
}

function LastRun({ run, overview }: { run: RunView; overview: CatalogOverview }) {
  const { progress } = overview;
  return (
    <dl>
      <dt>Last run</dt>
      <dd>
        <RunState state={run.state} /> {run.scope}, {durationOf(run)}
      </dd>
      <dt>Changes</dt>
      <dd>
        {run.written} written, {run.deleted} deleted, {run.failures} failed
      </dd>
      {progress !== null && (
        <>
          <dt>Progress</dt>
          <dd>
            {progress.products.inKv} of {progress.products.listed} products, stage {progress.stage ?? 'none'}
          </dd>
        </>
      )}
    </dl>
  );
}

function RecordLink({ name, path }: { name: string; path: string }) {
  return <a href={`/records?key=${encodeURIComponent(path)}`}>{name}</a>;
}

function durationOf(run: RunView): string {
  return hasEnded(run) ? elapsed(run.finishedAt - run.startedAt) : 'not at its end';
}
