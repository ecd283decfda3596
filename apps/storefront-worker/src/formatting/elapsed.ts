const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** A span of time for people: `4.2 s`, `3 min 20 s`, `1 h 02 min`. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, ms) / SECOND_MS;
  const whole = Math.round(seconds);
  if (whole < MINUTE_S) return `${seconds.toFixed(1)} s`;
  if (whole < HOUR_S) return `${Math.floor(whole / MINUTE_S)} min ${whole % MINUTE_S} s`;
  const minutes = Math.floor((whole % HOUR_S) / MINUTE_S);
  return `${Math.floor(whole / HOUR_S)} h ${String(minutes).padStart(2, '0')} min`;
}
