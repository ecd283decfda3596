/** Folders of the backend's files: the Worker serves them under the same path. */
const FILE_FOLDERS = ['/media/', '/skin/'];
const FRONT_CONTROLLER = '/index.php';
const SUFFIX = '.html';
/** A segment that would have a meaning of its own, or none, once its suffix is gone. */
const DOTS_ONLY = /^(?:\.|%2e)*$/i;

/** Whether a path of the backend is that of a file that the Worker serves too. */
export function isFilePath(path: string): boolean {
  return FILE_FOLDERS.some((folder) => path.startsWith(folder));
}

/**
 * Path of the storefront for a path of the backend: no front controller, no `.html`, no slash at the end,
 * so that the link does not lead to a redirect. Files keep theirs.
 *
 * @param path of a parsed URL: starts with a slash, has no dot segments.
 */
export function pagePath(path: string): string {
  const rooted = withoutFrontController(withOneSlash(path));
  return isFilePath(rooted) ? rooted : withoutEnding(rooted);
}

/** Two slashes at the beginning would make the first segment a host. */
function withOneSlash(path: string): string {
  let start = 0;
  while (path[start + 1] === '/') start += 1;
  return path.slice(start);
}

function withoutFrontController(path: string): string {
  let rest = path;
  while (rest.startsWith(`${FRONT_CONTROLLER}/`)) rest = withOneSlash(rest.slice(FRONT_CONTROLLER.length));
  return rest === FRONT_CONTROLLER ? '/' : rest;
}

function withoutEnding(path: string): string {
  let end = path.length;
  let segment = path.lastIndexOf('/') + 1;
  for (;;) {
    if (end > 1 && end === segment) {
      end -= 1;
      segment = path.lastIndexOf('/', end - 1) + 1;
    } else if (hasSuffix(path.slice(segment, end))) end -= SUFFIX.length;
    else return path.slice(0, end);
  }
}

function hasSuffix(segment: string): boolean {
  const rest = segment.slice(0, -SUFFIX.length);
  return segment.slice(rest.length).toLowerCase() === SUFFIX && !DOTS_ONLY.test(rest);
}
