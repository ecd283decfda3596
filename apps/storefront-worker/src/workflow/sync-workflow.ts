import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from 'cloudflare:workers';
import type { Environment } from '../environment.js';
import { logError } from '../log.js';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import { type DriveOutcome, type DurableSteps, driveDurably } from './durable-drive.js';
import type { SyncDriveOrder } from './sync-drive-order.js';
import { startDrive } from './workflow-instances.js';

/**
 * A step that fails has met a Durable Object that was moved or redeployed. It is tried again after 1, 2, 4, 8 and
 * 16 s; a run that is silent for longer is taken over by its store's alarm.
 */
const STEP = {
  retries: { limit: 5, delay: '1 second', backoff: 'exponential' },
  timeout: '10 minutes',
} as const;

/** Drives a sync's runs where nobody waits for them: it outlives requests, deploys and evictions. */
export class SyncWorkflow extends WorkflowEntrypoint<Environment, SyncDriveOrder> {
  override async run({ payload }: WorkflowEvent<SyncDriveOrder>, step: WorkflowStep): Promise<DriveOutcome> {
    const outcome = await driveDurably({
      order: payload,
      steps: stepsOf(step),
      advance: ({ store, runId }) => this.env.STORE_CATALOG.getByName(store).advance(runId),
      startNext: (next) => startDrive(this.env, next),
      onLost: noteLost,
    });
    if (outcome.lost.length > 0) throw new Error(`Not driven to the end: ${outcome.lost.join(', ')}.`);
    return outcome;
  }
}

function stepsOf(step: WorkflowStep): DurableSteps {
  return {
    outcomeOf: (name, work) => step.do(name, STEP, work),
    do: (name, work) => step.do(name, STEP, work),
    sleep: (name, ms) => step.sleep(name, ms),
  };
}

function noteLost({ store, runId }: StoreRun, error: unknown): void {
  logError('run_not_driven', { store, run: runId, reason: String(error) });
}
