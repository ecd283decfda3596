const MAX_SHARE_GONE = 0.3;
const MIN_GONE = 20;

/** Whether so much is gone at once that it is more likely the backend's fault than the merchant's wish. */
export function isMassRemoval(gone: number, known: number): boolean {
  return gone > MIN_GONE && gone > known * MAX_SHARE_GONE;
}
