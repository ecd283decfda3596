import * as z from 'zod';
import { hash128Schema } from '../metadata.js';

/** `changed` of a log entry that stands for every key. */
export const EVERYTHING = '*';

const PAIR_CHARACTERS = 16;
const sequenceSchema = z.int().nonnegative();

/** Pairs of fingerprints, 16 hex characters per key, or `*`. */
const changedSchema = z
  .string()
  .refine(
    (text) => text === EVERYTHING || (text.length % PAIR_CHARACTERS === 0 && /^[0-9a-f]*$/.test(text)),
    'must be "*" or 16 hex characters per key',
  );

/** Schema of {@link PulseLogEntry}. */
export const pulseLogEntrySchema = z.object({
  seq: sequenceSchema,
  at: z.int().nonnegative(),
  changed: changedSchema,
});

/**
 * What one publish changed: `seq` of the publish, `at` in epoch milliseconds, `changed` as 16 hex characters per
 * key (8 of its name, 8 of its new content hash, eight zeros if deleted) or `*` for every key up to this seq.
 */
export type PulseLogEntry = z.infer<typeof pulseLogEntrySchema>;

/** Schema of {@link StorePulse}. */
export const storePulseSchema = z.object({
  hash: hash128Schema,
  seq: sequenceSchema,
  updatedAt: z.iso.datetime(),
  log: z.array(pulseLogEntrySchema),
});

/** Value of `{store}:pulse`: content hash of the store (32 hex), number of its last publish, and the log by seq. */
export type StorePulse = z.infer<typeof storePulseSchema>;

/** Schema of {@link DeploymentPulse}. */
export const deploymentPulseSchema = z.object({ hash: hash128Schema, updatedAt: z.iso.datetime() });

/** Value of `pulse`: data version of all stores together (32 hex). */
export type DeploymentPulse = z.infer<typeof deploymentPulseSchema>;

/** A store's pulse from what KV holds (already parsed as JSON), or null if it is none. */
export function parseStorePulse(value: unknown): StorePulse | null {
  const result = storePulseSchema.safeParse(value);
  return result.success ? result.data : null;
}

/** The deployment's pulse from what KV holds (already parsed as JSON), or null if it is none. */
export function parseDeploymentPulse(value: unknown): DeploymentPulse | null {
  const result = deploymentPulseSchema.safeParse(value);
  return result.success ? result.data : null;
}
