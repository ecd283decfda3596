import * as z from 'zod';
import { ask, nothing } from '../ask.ts';
import type { Probe, ProbeTools } from '../probe-target.ts';

const STEPS = 30;
const STEPS_BEFORE_DEPLOY = 5;
const POLL_MS = 500;
const GIVE_UP_MS = 180_000;
/** After so long without a sign of life, a store's alarm takes a run over. */
const HEARTBEAT_MS = 60_000;

const stateAnswer = z.object({
  state: z.object({
    done: z.array(z.number()),
    longestGapMs: z.number(),
    incarnations: z.array(z.string()),
  }),
});

type RunState = z.output<typeof stateAnswer>['state'];

/** What a deploy does to a run that alarms drive. */
export const deployMidRun: Probe = {
  name: 'a deploy in the middle of a run',
  assumption: 'the run goes on where it was, each step done once, within a minute',
  async measure(tools) {
    const key = tools.newKey();
    const question = { method: 'POST', path: '/run', query: { key, count: String(STEPS) } } as const;
    await ask(tools.target, question, nothing);
    await until(tools, key, STEPS_BEFORE_DEPLOY);
    await tools.target.redeploy();
    const { done, longestGapMs, incarnations } = await until(tools, key, STEPS);
    const isWhole = done.length === STEPS && done.every((step, index) => step === index + 1);
    const gap = `${(longestGapMs / 1_000).toFixed(1)} s`;
    return {
      measured: `${done.length} of ${STEPS} steps, longest gap ${gap}, ${incarnations.length} lives of the object`,
      // An object that never ended has shown nothing.
      holds: isWhole && incarnations.length === 1 ? null : isWhole && longestGapMs < HEARTBEAT_MS,
    };
  },
};

/** Waits for so many steps; gives what there is when that takes too long. */
async function until({ target, now, sleep }: ProbeTools, key: string, steps: number): Promise<RunState> {
  const begin = now();
  for (;;) {
    const { state } = await ask(target, { method: 'GET', path: '/run', query: { key } }, stateAnswer);
    if (state.done.length >= steps || now() - begin > GIVE_UP_MS) return state;
    await sleep(POLL_MS);
  }
}
