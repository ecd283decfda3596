import type { RunView } from '../store-catalog/run-view.js';

const WORDS: Readonly<Record<RunView['state'], string>> = {
  queued: 'Waiting',
  running: 'Under way',
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The state of a run in a word, coloured. */
export function RunState({ state }: { state: RunView['state'] }) {
  return <span class={`state state-${state}`}>{WORDS[state]}</span>;
}
