import * as z from 'zod';
import { ask } from '../ask.ts';
import type { Probe } from '../probe-target.ts';

/** More than Cloudflare's paid plan allows. */
const ASKED = 1_100;
/** What a slice of a sync uses at most, on the paid plan. */
const NEEDED = 500;
const operationsAnswer = z.object({ done: z.number(), error: z.string().nullable() });

/** How many KV operations one invocation may do. */
export const operationLimit: Probe = {
  name: 'KV operations in an invocation',
  assumption: 'at least 500, a slice of a sync on the paid plan',
  async measure({ target }) {
    const question = { method: 'POST', path: '/operations', query: { count: String(ASKED) } } as const;
    const { done, error } = await ask(target, question, operationsAnswer);
    const measured = error === null ? `${done}, all that were asked for` : `${done}, then: ${error}`;
    return { measured, holds: done >= NEEDED };
  },
};
