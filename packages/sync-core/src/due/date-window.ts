const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A page of a listing asks for the same few days again and again, and each costs three questions to `Intl`. */
const starts = new Map<string, number | null>();
const MAX_STARTS = 1_000;

/**
 * Start of a day in a time zone, in epoch ms; null for text that is no date.
 *
 * @param day `YYYY-MM-DD`, a time behind it is ignored.
 * @param plusDays added before the conversion, so that days of 23 and 25 hours count right.
 */
export function startOfDay(day: string, timeZone: string, plusDays = 0): number | null {
  const key = `${timeZone} ${plusDays} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const start = findStartOfDay(day, timeZone, plusDays);
  if (starts.size >= MAX_STARTS) starts.clear();
  starts.set(key, start);
  return start;
}

function findStartOfDay(day: string, timeZone: string, plusDays: number): number | null {
  const match = DAY.exec(day);
  if (!match) return null;
  const wall = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) + plusDays * DAY_MS;
  if (Number.isNaN(wall)) return null;
  // The offset at the guess may differ from the one at the answer around a clock change: ask twice.
  const guess = wall - zoneOffset(wall, timeZone);
  const start = wall - zoneOffset(guess, timeZone);
  // Where the clocks skip midnight itself, that answer lies before the change, in the day before.
  return Math.max(start, wall - zoneOffset(start, timeZone));
}

/** Start of the day after `now` in a time zone, in epoch ms. */
export function nextMidnight(timeZone: string, now: number): number {
  const today = new Date(now + zoneOffset(now, timeZone)).toISOString().slice(0, 10);
  return startOfDay(today, timeZone, 1) ?? now + DAY_MS;
}

/** The earliest moment after `now` at which a first day begins or a last day has ended; null when none. */
export function nextDateBoundary(
  firstDays: readonly (string | undefined)[],
  lastDays: readonly (string | undefined)[],
  timeZone: string,
  now: number,
): number | null {
  const opens = firstDays.map((day) => (day ? startOfDay(day, timeZone) : null));
  const closes = lastDays.map((day) => (day ? startOfDay(day, timeZone, 1) : null));
  const ahead = [...opens, ...closes].filter((at): at is number => at !== null && at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** Minutes-exact offset of a time zone from UTC at a moment, in ms; UTC for a zone nobody knows. */
function zoneOffset(at: number, timeZone: string): number {
  const parts = formatter(timeZone).formatToParts(new Date(at));
  const field = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', {
      timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, known);
  }
  return known;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
