/** Long enough for production, where the tests run. */
export const TEST_SYNC_SECRET = 'only-known-to-the-tests-7c1f';
