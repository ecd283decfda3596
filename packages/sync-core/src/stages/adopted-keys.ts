/** `suspect` of a key that was found in KV and is not in the index: it stays only if a record claims it. */
export const ADOPTED = 2;
