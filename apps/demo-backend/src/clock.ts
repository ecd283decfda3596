/** Milliseconds since the epoch, as Date.now gives them. */
export type Clock = () => number;

/** A moment as Maho prints it: `YYYY-MM-DD HH:MM:SS` in UTC, without a zone. Takes seconds. */
export function utcDateTime(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The same moment on the wall clock of a store (sv-SE prints the very format Maho uses). Takes seconds. */
export function localDateTime(epochSeconds: number, timeZone: string): string {
  if (timeZone === 'UTC') return utcDateTime(epochSeconds);
  return formatterOf(timeZone).format(epochSeconds * 1000);
}

/** The store's calendar day, `YYYY-MM-DD`. Takes seconds. */
export function localDay(epochSeconds: number, timeZone: string): string {
  return localDateTime(epochSeconds, timeZone).slice(0, 10);
}

/** Reads `YYYY-MM-DD[ HH:MM:SS]` as UTC; seconds, or undefined when it is no date. */
export function parseUtcDateTime(text: string): number | undefined {
  const withTime = text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`;
  const ms = Date.parse(withTime);
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}
