/**
 * Runs `work` over `inputs`, at most `limit` at a time, in order of start. The first rejection stops further
 * starts and is thrown once what was started has ended, so nothing runs on behind the caller's back.
 *
 * @throws RangeError for a limit below 1.
 */
export async function boundedMap<T, R>(
  inputs: readonly T[],
  limit: number,
  work: (input: T) => Promise<R>,
): Promise<R[]> {
  if (!(limit >= 1)) throw new RangeError(`limit must be at least 1, got ${limit}`);
  const results: R[] = [];
  const errors: unknown[] = [];
  const queue = inputs.entries();
  const worker = async () => {
    for (const [position, input] of queue) {
      try {
        results[position] = await work(input);
      } catch (error) {
        errors.push(error);
      }
      if (errors.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, worker));
  if (errors.length > 0) throw errors[0];
  return results;
}
