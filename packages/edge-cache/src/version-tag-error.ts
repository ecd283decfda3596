import { EdgeCacheError } from './edge-cache-error.js';

/** A half of a version tag is empty or holds a dot, white space or a control character. */
export class VersionTagError extends EdgeCacheError {
  override readonly name = 'VersionTagError';
  readonly code = 'version_tag_invalid';

  constructor(
    readonly part: 'assetHash' | 'pulseHash',
    readonly value: string,
  ) {
    super(
      `Version tag: ${part} must be a text without dots, white space or control characters, got ${JSON.stringify(value)}.`,
    );
  }
}
