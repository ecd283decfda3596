/** Performs the actions of one purchase, by their number and in their order; answers the ms of one. */
export type Walker = (action: number) => Promise<number>;

/**
 * Purchases, as many at a time as there are `places`, each place beginning a new one as it has ended one.
 *
 * @param begin makes whoever walks next at a place.
 * @returns the ms of each action, over all walks.
 */
export async function walkActions<Place>(
  places: readonly Place[],
  { walks, actions }: { walks: number; actions: number },
  begin: (place: Place) => Walker,
): Promise<number[][]> {
  const times = Array.from({ length: actions }, (): number[] => []);
  let left = walks;
  const walkOn = async (place: Place) => {
    while (left > 0) {
      left -= 1;
      const walker = begin(place);
      for (const [action, ms] of times.entries()) ms.push(await walker(action));
    }
  };
  await Promise.all(places.map(walkOn));
  return times;
}
