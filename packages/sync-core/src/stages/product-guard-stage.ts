import { contentHash } from '@maho-storefront/kv-schema';
import { MahoNotFoundError } from '@maho-storefront/maho-client';
import * as z from 'zod';
import { isBackendGone } from '../run/backend-gone.js';
import { isMassRemoval } from '../run/mass-removal.js';
import { isReportable } from '../run/reportable-error.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import { forgetAbsences } from './absence-guard.js';
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
  begin: (context) => (context.isComplete('products') ? 'judge' : null),
  async step(context) {
    const { index, meta } = context.tools;
    const gone: number[] = [];
    for (const { id } of missingProducts(index)) gone.push(id);
    const listed = index.count('products', { by: 'byListed', equals: [1] });
    const isMass = isMassRemoval(gone.length, listed);
    if (!isMass) meta.delete('guard');
    if (!isMass || context.run.request.switches.allowPrune || (await isConfirmedByTime(context, gone))) {
      forgetAbsences(context);
      return null;
    }
    context.hold('products');
    context.hold('listings');
    const { looked, deleted } = await sample(context, gone.slice(0, SAMPLE));
    takeMarksBack(context, gone);
    context.break(
      'products',
      new SyncError(
        'mass_removal',
        `${gone.length} of ${listed} products left the listing at once (of ${looked} looked at, ` +
          `${deleted} do not exist any more); no product was touched. If this is right, sync with allowPrune=1`,
      ),
    );
    return null;
  },
};

/** Only the report tells of it: a product that cannot be asked for goes uncounted. */
async function sample(
  { tools: { backend } }: RunContext,
  ids: readonly number[],
): Promise<{ looked: number; deleted: number }> {
  let [looked, deleted] = [0, 0];
  for (const id of ids) {
    try {
      await backend.product(id, 'product-probe');
      looked += 1;
    } catch (error) {
      if (!isReportable(error)) throw error;
      // Whoever asks next will say so.
      if (isBackendGone(error)) break;
      if (!(error instanceof MahoNotFoundError)) continue;
      looked += 1;
      deleted += 1;
    }
  }
  return { looked, deleted };
}

/** What the refused reading lacked explains nothing: the next one marks it again if it is still gone. */
function takeMarksBack({ tools: { index } }: RunContext, ids: readonly number[]): void {
  index.transaction(() => {
    for (const id of ids) {
      const row = index.get('products', [id]);
      if (row) index.put('products', { ...row, missing: 0 });
    }
  });
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
