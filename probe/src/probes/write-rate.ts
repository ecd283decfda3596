import * as z from 'zod';
import { ask } from '../ask.ts';
import type { Probe } from '../probe-target.ts';

const BURST = 5;
const burstAnswer = z.object({ outcomes: z.array(z.object({ error: z.string().nullable() })) });

/** What happens to more than one write of a key in a second. */
export const writeRate: Probe = {
  name: 'writes of one key in a second',
  assumption: 'more than one is refused with 429, so the pulse is put once a second',
  async measure({ target, newKey }) {
    const query = { key: newKey(), count: String(BURST) };
    const { outcomes } = await ask(target, { method: 'POST', path: '/burst', query }, burstAnswer);
    const errors = outcomes.flatMap(({ error }) => error ?? []);
    const [first] = errors;
    const measured = `${errors.length} of ${BURST} refused${first === undefined ? '' : `: ${first}`}`;
    return { measured, holds: errors.some((error) => error.includes('429')) };
  },
};
