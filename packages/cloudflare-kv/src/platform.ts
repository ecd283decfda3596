/** What the adapter needs of its surroundings. */
export interface Platform {
  fetch: typeof fetch;
  sleep: (ms: number) => Promise<void>;
  /** Epoch ms. */
  now: () => number;
  /** A number in [0, 1), for the jitter of retries. */
  random: () => number;
}

/** The runtime's own; globals are read when it is called. */
export function defaultPlatform(): Platform {
  return {
    fetch: globalThis.fetch.bind(globalThis),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => Date.now(),
    random: () => Math.random(),
  };
}
