const MAX_SHARE_GONE = 0.3;
const MIN_GONE = 20;

/** Whether so much is gone at once that it is more likely the backend's fault than the merchant's wish. */
export function isMassRemoval(gone: number, known: number): boolean {
  return gone > MIN_GONE && isLargeShare(gone, known);
}

/** Whether it is so large a part, of however few, that it is worth another question. */
export function isLargeShare(gone: number, known: number): boolean {
  return gone > known * MAX_SHARE_GONE;
}
