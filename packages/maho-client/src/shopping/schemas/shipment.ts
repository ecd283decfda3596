import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { listOf } from '../../schemas/list-of.js';
import { text, wholeNumber } from '../../schemas/scalars.js';

/** A parcel that has left, with its tracking numbers. */
export const shipmentSchema = z.object({
  id: absentOr(wholeNumber),
  incrementId: absentOr(text),
  createdAt: absentOr(z.string()),
  tracks: listOf(z.object({ carrier: absentOr(text), title: absentOr(text), trackNumber: absentOr(text) })),
});

export type Shipment = z.infer<typeof shipmentSchema>;
