import { VersionTagError } from './version-tag-error.js';

const SEPARATOR = '.';
const TAG_PART = /^[^.\s\p{Cc}]+$/u;

/** The halves of a version tag: of the code that renders, and of the data it renders from. */
export interface VersionTagParts {
  assetHash: string;
  pulseHash: string;
}

/**
 * The version of a page: `ASSET_HASH.pulse`. Two pages of one address with equal tags are equal.
 * @throws VersionTagError if a half is empty or holds a dot, white space or a control character.
 */
export function versionTag(assetHash: string, pulseHash: string): string {
  if (!TAG_PART.test(assetHash)) throw new VersionTagError('assetHash', assetHash);
  if (!TAG_PART.test(pulseHash)) throw new VersionTagError('pulseHash', pulseHash);
  return assetHash + SEPARATOR + pulseHash;
}

/** The halves of what {@link versionTag} wrote, or null for any other text. */
export function parseVersionTag(tag: string): VersionTagParts | null {
  const [assetHash = '', pulseHash = '', ...rest] = tag.split(SEPARATOR);
  const isTag = rest.length === 0 && TAG_PART.test(assetHash) && TAG_PART.test(pulseHash);
  return isTag ? { assetHash, pulseHash } : null;
}
