import { contentHash } from '@maho-storefront/kv-schema';
import { MahoNotFoundError } from '@maho-storefront/maho-client';
import * as z from 'zod';
import { isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import { missingProducts } from './missing-products.js';

const SAMPLE = 20;
/** As many scheduled runs over this time must agree before a mass removal is believed. */
const AGREEING_RUNS = 3;
const AGREEING_SPAN_MS = 24 * 60 * 60 * 1000;

const guardMemorySchema = z.object({ ids: z.string(), at: z.array(z.number()) });
type GuardMemory = z.infer<typeof guardMemorySchema>;

/**
 * Stops when suspiciously many products left the listing at once: a broken index of the backend looks like
 * an emptied shop. Nothing of the products is touched then, until someone allows it or time confirms it.
 */
export const productGuardStage: Stage<'judge'> = {
  entity: 'products',
  cost: { kvOperations: 0, requests: SAMPLE },
  begin: (context) => (context.isComplete('products') && !context.isBroken('products') ? 'judge' : null),
  async step(context) {
    const { index, meta } = context.tools;
    const gone: number[] = [];
    for (const { id } of missingProducts(index)) gone.push(id);
    const listed = index.count('products', { by: 'byListed', equals: [1] });
    if (!isMassRemoval(gone.length, listed)) {
      meta.delete('guard');
      return null;
    }
    if (context.run.request.switches.allowPrune || (await isConfirmedByTime(context, gone))) return null;
    const deleted = await countDeleted(context, gone.slice(0, SAMPLE));
    context.hold('products');
    context.hold('listings');
    context.break(
      'products',
      new SyncError(
        'mass_removal',
        `${gone.length} of ${listed} products left the listing at once (of ${Math.min(SAMPLE, gone.length)} looked at, ` +
          `${deleted} do not exist any more); no product was touched. If this is right, sync with allowPrune=1`,
      ),
    );
    return null;
  },
};

async function countDeleted(context: RunContext, ids: readonly number[]): Promise<number> {
  let deleted = 0;
  for (const id of ids) {
    try {
      await context.tools.backend.product(id, 'product-probe');
    } catch (error) {
      if (!(error instanceof MahoNotFoundError)) throw error;
      deleted += 1;
    }
  }
  return deleted;
}

/** Whether enough scheduled runs over a day have found exactly these products gone. */
async function isConfirmedByTime(context: RunContext, gone: readonly number[]): Promise<boolean> {
  const { clock, meta } = context.tools;
  if (context.run.request.trigger !== 'schedule') return false;
  const now = clock.now();
  const ids = await contentHash([...gone].sort((a, b) => a - b));
  const known = parseMemory(meta.get('guard'));
  const at = known?.ids === ids ? [...known.at, now] : [now];
  meta.set('guard', JSON.stringify({ ids, at } satisfies GuardMemory));
  const [first = now] = at;
  return at.length >= AGREEING_RUNS && now - first >= AGREEING_SPAN_MS;
}

function parseMemory(text: string | undefined): GuardMemory | null {
  return text === undefined ? null : guardMemorySchema.parse(JSON.parse(text));
}
