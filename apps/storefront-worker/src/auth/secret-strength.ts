/** Below this a secret of the usual alphabet can be guessed over the network. */
export const MIN_SECRET_LENGTH = 16;

/** Texts that documentation shows in place of a secret. */
const EXAMPLES: ReadonlySet<string> = new Set([
  'change-me',
  'changeme',
  'change-me-please',
  'example-secret',
  'your-secret',
  'your-secret-here',
  'your-sync-secret',
  'replace-me',
]);

/**
 * Why a secret must not be relied on, or null if it may.
 *
 * In development anything goes; only in production does a short one count as none.
 */
export function secretProblem(secret: string, environment: string): string | null {
  if (environment === 'development') return null;
  if (secret === '') return 'is not set';
  if (EXAMPLES.has(secret.toLowerCase().replaceAll('_', '-')))
    return 'is still the example of the documentation';
  if (environment === 'production' && secret.length < MIN_SECRET_LENGTH) {
    return `is shorter than ${MIN_SECRET_LENGTH} characters`;
  }
  return null;
}
