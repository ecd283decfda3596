/** For `vi.waitFor`: as long as a busy machine may need, looking often enough not to miss what passes. */
export const PATIENTLY = { timeout: 30_000, interval: 20 };
