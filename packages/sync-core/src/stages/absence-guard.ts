import * as z from 'zod';
import { isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import { SyncError } from '../run/sync-error.js';
import { type ItemReading, type ProductLook, seemsListed } from './product-reading.js';

const idsSchema = z.array(z.number());

/**
 * Judges a listing that lacks a product which by its item belongs there. One by one such products are taken out of
 * their listings; where they are suspiciously many since a reading of the whole listing was last believed, it is the
 * listing that is broken: they stay where they are, and the run reports it.
 *
 * @returns the look with the evidence that may be believed.
 */
export function judgeAbsence(context: RunContext, { item }: ItemReading, look: ProductLook): ProductLook {
  const { index } = context.tools;
  const contradicts = look.evidence === 'absent' && seemsListed(item);
  if (!contradicts) {
    // A product that a listing lacks today may be sold out tomorrow, or shown again.
    if (look.evidence === 'shown' || !seemsListed(item)) note(context, item.id, false);
    return look;
  }
  if (index.get('products', [item.id])?.listed !== 1) return look;
  const listed = index.count('products', { by: 'byListed', equals: [1] });
  // Once they are too many, no more are noted: they may be most of the shop.
  if (!isMassRemoval(absentIds(context).size, listed)) note(context, item.id, true);
  const absent = absentIds(context).size;
  if (context.run.request.switches.allowPrune || !isMassRemoval(absent, listed)) return look;
  if (!context.isBroken('products')) context.break('products', tooManyAbsent(absent, listed));
  return { ...look, evidence: 'unknown' };
}

/** The whole listing has been read and believed: what it lacks is not in question any more. */
export function forgetAbsences({ tools: { meta } }: RunContext): void {
  meta.delete('absent');
}

function tooManyAbsent(absent: number, listed: number): SyncError {
  return new SyncError(
    'mass_removal',
    `The listing lacks at least ${absent} of ${listed} products that by their items are visible and in stock; they stay in ` +
      'their listings until a full sync has judged. If this is right, sync with allowPrune=1',
  );
}

function note(context: RunContext, id: number, isAbsent: boolean): void {
  const ids = absentIds(context);
  if (ids.has(id) === isAbsent) return;
  if (isAbsent) ids.add(id);
  else ids.delete(id);
  context.tools.meta.set('absent', JSON.stringify([...ids]));
}

function absentIds({ tools: { meta } }: RunContext): Set<number> {
  const text = meta.get('absent');
  return new Set(text === undefined ? [] : idsSchema.parse(JSON.parse(text)));
}
