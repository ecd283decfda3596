import type { Action } from './actions.ts';
import type { BackendCall } from './backend-call.ts';

/** What an action asks of the backend. */
export interface RecordedAction {
  action: Action;
  /** In their order. */
  calls: readonly BackendCall[];
}

/** One action in one round. */
export interface ActionSample {
  /** Median ms through the Worker. */
  workerMs: number;
  /** Median ms of the same calls, sent straight to the backend. */
  backendMs: number;
}

/** One round: every action through the Worker, every action straight. */
export interface ShoppingRound {
  /** In the order of the actions. */
  actions: ActionSample[];
  /** Median ms of a Worker that only reads what stands around a page from KV. */
  kvReadMs: number;
}

/** How busy the shop is, and how slow the backend. */
export interface Circumstances {
  /** Shoppers at a time. */
  shoppers: number;
  /** What the backend waits before each answer. */
  latencyMs: number;
}

/** Every action under the same circumstances, round after round. */
export interface ShoppingCase extends Circumstances {
  rounds: ShoppingRound[];
}

/** Everything that a run has measured. */
export interface ShoppingFigures {
  /** What each action cost in backend requests, as the backend counted them. */
  actions: { name: string; part: Action['part']; requests: number }[];
  cases: ShoppingCase[];
}
