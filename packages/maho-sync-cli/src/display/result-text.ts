import type { Result } from '../deployment/answers.js';
import { readableCount } from './readable.js';
import { textTable } from './text-table.js';

/** What a sync that has ended did, in words. */
export function resultText(result: Result): string {
  const { state, duration, success, message, stores, failed, retrying, deferred } = result;
  const table = textTable(
    ['Store', 'State', 'Written', 'Unchanged', 'Deleted', 'Failed', 'Took'],
    stores.map((store) => [
      store.code,
      store.state,
      readableCount(store.written),
      readableCount(store.unchanged),
      readableCount(store.deleted),
      readableCount(store.failed),
      store.duration,
    ]),
  );
  const outcome = success
    ? `The sync succeeded in ${duration}.`
    : `The sync ended after ${duration}: ${state}.`;
  const failures = failed.map(
    ({ store, entity, id, reason }) => `  ${store} ${id === null ? entity : `${entity} ${id}`}: ${reason}`,
  );
  return [
    outcome,
    '',
    table,
    ...(failures.length > 0 ? ['Failures:', ...failures] : []),
    ...(failures.length === 0 && message !== undefined ? [message] : []),
    ...(retrying.length > 0 ? [`${retrying.length} are tried again by themselves.`] : []),
    ...(deferred > 0
      ? [`${readableCount(deferred)} writes were left for another day by the plan’s limit.`]
      : []),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
