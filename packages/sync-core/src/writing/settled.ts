/** Whether what the index says of a key is true in KV. */
export const SETTLED = {
  /** Being written, or known to be wrong there: written again whatever its hash. */
  no: 0,
  yes: 1,
  /** True, in the form of the record version before, which readers accept: written again whatever its hash. */
  outdated: 2,
} as const;
