/** `suspect` of a key that was found in KV and is not in the index: it stays only if a record claims it. */
export const ADOPTED = 2;
/** `suspect` of a key whose record may be gone. */
export const SUSPECTED = 1;
