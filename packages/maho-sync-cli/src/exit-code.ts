/** What the process ends with. */
export const EXIT = {
  done: 0,
  /** The sync failed, or was cancelled. */
  failed: 1,
  usage: 2,
  /** The deployment cannot be reached, or refuses. */
  refused: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
