/** Each once. */
export function* once(targets: readonly string[]): Generator<string, void, undefined> {
  yield* targets;
}

/**
 * Round and round until the time is over.
 *
 * @param now milliseconds on any clock.
 */
export function* forMs(
  targets: readonly string[],
  durationMs: number,
  now: () => number = () => performance.now(),
): Generator<string, void, undefined> {
  if (targets.length === 0) return;
  const end = now() + durationMs;
  for (;;) {
    for (const target of targets) {
      if (now() >= end) return;
      yield target;
    }
  }
}
