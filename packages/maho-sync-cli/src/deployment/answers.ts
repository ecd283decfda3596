import * as z from 'zod';

const state = z.string();
const count = z.number();

/** Answer of `POST /sync` that goes on by itself. */
export const startedSchema = z.object({ run: z.string() });

const storeProgress = z.object({
  code: z.string(),
  state: state.nullable(),
  stage: z.string().nullable().default(null),
  written: count,
  deleted: count,
  failed: count,
});

/** How far a sync is. */
export const progressSchema = z.object({
  state,
  run: z.string(),
  type: z.string(),
  products: z.object({ listed: count, inKv: count }),
  stores: z.array(storeProgress),
});

const failureSchema = z.object({
  store: z.string(),
  entity: z.string(),
  id: count.nullable(),
  reason: z.string(),
});

/** The answer of a sync that has ended. */
export const resultSchema = z.object({
  state,
  run: z.string(),
  success: z.boolean(),
  message: z.string().optional(),
  duration: z.string(),
  written: count,
  unchanged: count,
  deleted: count,
  deferred: count,
  retrying: z.array(z.unknown()),
  failed: z.array(failureSchema).default([]),
  stores: z.array(
    z.object({
      code: z.string(),
      state,
      written: count,
      unchanged: count,
      deleted: count,
      failed: count,
      duration: z.string(),
    }),
  ),
});

export const runSchema = z.object({
  store: z.string(),
  id: z.string(),
  state,
  scope: z.string(),
  trigger: z.string(),
  createdAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  written: count,
  unchanged: count,
  deleted: count,
  requests: count,
  failures: count,
});

export const historySchema = z.object({ runs: z.array(runSchema) });

export const pulseSchema = z.object({
  hash: z.string().nullable(),
  updatedAt: z.string().nullable(),
  syncedAt: z.string().nullable(),
});

export const keysSchema = z.object({ keys: z.array(z.string()) });

/** What a sync would change. */
export const diffSchema = z.object({
  dry: z.literal(true),
  success: z.boolean(),
  message: z.string().optional(),
  changes: z.array(z.object({ store: z.string(), key: z.string(), change: z.enum(['put', 'delete']) })),
  truncated: z.boolean(),
  written: count.optional(),
  deleted: count.optional(),
});

export type Progress = z.output<typeof progressSchema>;
export type Result = z.output<typeof resultSchema>;
export type Run = z.output<typeof runSchema>;
export type Diff = z.output<typeof diffSchema>;

/** Whether nothing more will happen in a run of that state. */
export function isEnd(runState: string): boolean {
  return runState !== 'queued' && runState !== 'running';
}
