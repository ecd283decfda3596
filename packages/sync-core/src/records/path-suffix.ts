/**
 * A Maho address without slashes at its ends and without the configured suffix (`.html` and the like),
 * which may stand on some paths of a catalogue and not on others. Url keys themselves cannot hold a dot.
 */
export function withoutSuffix(path: string): string {
  const trimmed = withoutSlashes(path);
  const dot = trimmed.lastIndexOf('.');
  const isSuffixed = dot > 0 && SUFFIX.test(trimmed.slice(dot));
  return isSuffixed ? withoutSlashes(trimmed.slice(0, dot)) : trimmed;
}

const SUFFIX = /^\.[a-z]{2,5}$/i;
const SLASH = '/';

function withoutSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === SLASH) start += 1;
  while (end > start && path[end - 1] === SLASH) end -= 1;
  return path.slice(start, end);
}
