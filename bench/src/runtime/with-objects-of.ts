import type { WorkerOptions } from './storefront-options.ts';

/**
 * The same Worker with another's Durable Objects in place of its own: a second writer of the store's keys would be
 * one too many.
 *
 * @param bindings which of them; all where it is not given.
 */
export function withObjectsOf(
  scriptName: string,
  worker: WorkerOptions,
  bindings: readonly string[] = Object.keys(worker.durableObjects ?? {}),
): WorkerOptions {
  const { durableObjects = {} } = worker;
  const objects = Object.entries(durableObjects).map(([binding, object]) => {
    const isShared = bindings.includes(binding) && typeof object !== 'string';
    return [binding, isShared ? { ...object, scriptName } : object] as const;
  });
  return { ...worker, durableObjects: Object.fromEntries(objects) };
}
