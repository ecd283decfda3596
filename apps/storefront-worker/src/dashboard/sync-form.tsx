import type { PublicStore } from '../registry/public-store.js';
import { PARTIAL_SYNCS } from '../sync/sync-type.js';

const LABELS: Readonly<Record<string, string>> = {
  changes: 'What was saved',
  config: 'Configuration',
  categories: 'Categories',
  products: 'Products',
  'cms-pages': 'CMS pages',
  'blog-posts': 'Blog posts',
  countries: 'Countries',
};

/** Starts a sync of everything or of one type; each button says which. */
export function SyncForm({ stores }: { stores: readonly PublicStore[] }) {
  return (
    <form class="card" method="post" action="/sync/dashboard/sync">
      <h2>Sync now</h2>
      <p>
        <label for="store">Store</label>
        <select id="store" name="store">
          <option value="">all stores</option>
          {stores.map(({ code, name }) => (
            <option value={code}>{name}</option>
          ))}
        </select>
      </p>
      <Switch
        name="rebuild"
        label="Rebuild"
        hint="Compare every key with KV, for when something else has written there. Costs a listing of all keys."
      />
      <Switch
        name="allowPrune"
        label="Allow to prune"
        hint="Believe that most of a type is really gone. Without it, a sync that misses more than 30 % stops and deletes nothing."
      />
      <p class="buttons">
        <button type="submit" name="type" value="full">
          Everything
        </button>
        {PARTIAL_SYNCS.map(({ name }) => (
          <button type="submit" name="type" value={name} class="quiet">
            {LABELS[name] ?? name}
          </button>
        ))}
      </p>
      <p>What did not change is not written again: one sync too many costs little.</p>
    </form>
  );
}

function Switch({ name, label, hint }: { name: string; label: string; hint: string }) {
  return (
    <p>
      <input type="checkbox" id={name} name={name} value="1" aria-describedby={`${name}-hint`} />{' '}
      <label for={name}>{label}</label> <small id={`${name}-hint`}>{hint}</small>
    </p>
  );
}
