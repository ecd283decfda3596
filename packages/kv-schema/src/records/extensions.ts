import * as z from 'zod';

/** Fields a merchant's own Maho module added to a record, kept as they came. */
export const extensionsSchema = z.record(z.string(), z.unknown()).optional();
