/**
 * A Maho address without slashes at its ends and without the configured suffix (`.html` and the like),
 * which may stand on some paths of a catalogue and not on others. Url keys themselves cannot hold a dot.
 */
export function withoutSuffix(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed.replace(/\/*\.[a-z]{2,5}$/i, '');
}
