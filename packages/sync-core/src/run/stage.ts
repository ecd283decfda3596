import type { RunContext } from './run-context.js';
import type { SliceCost } from './slice-budget.js';
import type { SyncEntity } from './sync-scope.js';

/**
 * A part of a run. It is worked off in steps; between two of them the run may be cut, kept and taken up
 * again in another process, so a cursor is plain JSON, and a step that is done twice does no harm.
 */
export interface Stage<Cursor> {
  /** What fails when this stage does. */
  entity: SyncEntity;
  /** The most that one step uses. */
  cost: SliceCost;
  /** Where to begin; null when there is nothing to do. */
  begin(context: RunContext): Cursor | null;
  /** Does one step. @returns where to go on; null at the end. */
  step(context: RunContext, cursor: Cursor): Promise<Cursor | null>;
  /** Notes what is to be tried again, when the stage has failed as a whole. */
  onFailure?(context: RunContext): void;
}

/** A stage whose cursor only itself knows. */
export type AnyStage = Stage<unknown>;

/** Forgets the type of a stage's cursor: it is given back only what it has returned. */
export function anyStage<Cursor>(stage: Stage<Cursor>): AnyStage {
  return { ...stage, step: (context, cursor) => stage.step(context, cursor as Cursor) };
}
