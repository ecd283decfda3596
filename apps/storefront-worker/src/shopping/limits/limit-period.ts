/** The `period` of every limit in `wrangler.jsonc`; a binding does not tell when it lets somebody through again. */
export const LIMIT_PERIOD_S = 60;
