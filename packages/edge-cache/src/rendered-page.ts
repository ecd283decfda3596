/** A page as it comes from the code that renders it. */
export interface RenderedPage {
  /** 200 where it is not given. */
  status?: number;
  /** Names in any case; a `Headers` object will do. */
  headers: Iterable<readonly [name: string, value: string]>;
  body: string;
  /** Made for one visitor: never stored, never shared, `private, no-store`. */
  personal?: boolean;
  /** Shows what a backend answered, of whose changes no pulse tells: stored for a minute at most. */
  askedBackend?: boolean;
  /** Epoch milliseconds at which the page stops being true by itself, as a price with a last day does. */
  endsAt?: number | null;
}

const NOT_FOUND = 404;
const PARTIAL_STATUSES: ReadonlySet<number> = new Set([206, 304]);

/** The same page with headers that can be gone through more than once, which an iterator's cannot. */
export function withHeaderList(page: RenderedPage): RenderedPage {
  return { ...page, headers: [...page.headers] };
}

/** Whether only the visitor who asked may get this page; a cookie or a `private` page header says so too. */
export function isPersonal(page: RenderedPage): boolean {
  if (page.personal === true) return true;
  for (const [name, value] of page.headers) {
    const header = name.toLowerCase();
    if (header === 'set-cookie') return true;
    if (header === 'cache-control' && /\b(?:private|no-store)\b/i.test(value)) return true;
  }
  return false;
}

/** Whether a page of this status may be kept: whole answers and redirects, and of the errors only 404. */
export function hasStorableStatus(page: RenderedPage): boolean {
  const status = page.status ?? 200;
  if (PARTIAL_STATUSES.has(status)) return false;
  return status === NOT_FOUND || (status >= 200 && status < 400);
}
