import type { CatalogIndex } from '../ports/catalog-index.js';
import { allStages } from '../stages/all-stages.js';
import { isBackendGone } from './backend-gone.js';
import { noteIfUnknownStore } from './backend-rest.js';
import { isReportable, reasonOf } from './reportable-error.js';
import type { RunContext } from './run-context.js';
import { saveRun } from './run-record.js';
import type { AnyStage } from './stage.js';
import { type SyncEntity, stagesOf } from './sync-scope.js';

/** Told after each stage, so that what is ready can be published. */
export type AfterStage = () => Promise<void>;

/**
 * Works a run's stages off until it is through, cancelled or the slice is used up.
 *
 * @returns whether nothing of it is left to do.
 */
export async function driveSlice(context: RunContext, afterStage: AfterStage): Promise<boolean> {
  const stages = stagesOf(context.run.request.scope);
  for (let name = stages[context.run.stage]; name; name = stages[context.run.stage]) {
    if (context.isCancelled) return true;
    const isDone = await driveStage(context, allStages[name]);
    keep(context.tools.index, context);
    if (!isDone) return context.isCancelled;
    await afterStage();
  }
  return true;
}

/** @returns false when the slice is used up before the stage is done. */
async function driveStage(context: RunContext, stage: AnyStage): Promise<boolean> {
  const { run } = context;
  try {
    run.cursor ??= stage.begin(context);
    while (run.cursor !== null) {
      if (context.isCancelled || !context.tools.budget.allows(stage.cost)) return false;
      run.cursor = await stage.step(context, run.cursor);
    }
    run.stage += 1;
  } catch (error) {
    if (!isReportable(error)) throw error;
    context.break(stage.entity, error);
    stage.onFailure?.(context);
    noteIfUnknownStore(context.tools.meta, error);
    run.cursor = null;
    run.stage = isPointless(context, stage, error) ? stagesOf(run.request.scope).length : run.stage + 1;
  }
  return true;
}

/** What has endpoints of its own, which may be switched off or blocked in a shop that is well. */
const ON_THEIR_OWN: ReadonlySet<SyncEntity> = new Set(['countries', 'cms-pages', 'cms-blocks', 'blog-posts']);

/** Whether nothing that comes after can be right: the backend is gone, or a lost index has not learned from KV yet. */
function isPointless({ tools }: RunContext, { entity }: AnyStage, error: unknown): boolean {
  const isGone = isBackendGone(error) && !ON_THEIR_OWN.has(entity);
  return isGone || tools.meta.get('reconcile') === 'learning';
}

/** The run goes on from here if this process ends. */
function keep(index: CatalogIndex, context: RunContext): void {
  context.run.heartbeatAt = context.tools.clock.now();
  saveRun(index, context.run);
}

/** Ends a run that met a fault of this code or of the storage: it would meet it again. */
export function endFaulty(index: CatalogIndex, context: RunContext, error: unknown): void {
  const { run } = context;
  run.report.failures += 1;
  run.report.failed.push({
    store: context.tools.store,
    entity: allStages[stagesOf(run.request.scope)[run.stage] ?? 'deletes'].entity,
    id: null,
    reason: isReportable(error) ? reasonOf(error) : `Unexpected: ${reasonOf(error)}`,
  });
  run.state = 'failed';
  run.cursor = null;
  run.finishedAt = context.tools.clock.now();
  saveRun(index, run);
}
