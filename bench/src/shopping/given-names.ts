import * as z from 'zod';

/** What a backend gave out to one shopper and wants to hear again, by its place: `{cart}`, `{line 0}`, `{order}`. */
export type GivenNames = ReadonlyMap<string, string>;

const answered = z.object({
  maskedId: z.string().optional(),
  items: z.array(z.object({ id: z.number() })).optional(),
  incrementId: z.string().optional(),
  accessToken: z.string().nullish(),
});

const PLACE = /^\{[a-z]+( \d+)?\}$/;

/** What an answer gives out; nothing where it is none of a cart or an order. */
export function namesIn(answer: unknown): GivenNames {
  const { data } = answered.safeParse(answer);
  const { maskedId, items = [], incrementId, accessToken } = data ?? {};
  const names: [string, string | null | undefined][] = [
    ['{cart}', maskedId],
    ...items.map(({ id }, place): [string, string] => [`{line ${place}}`, String(id)]),
    ['{order}', incrementId],
    ['{token}', accessToken],
  ];
  return new Map(names.flatMap(([place, name]) => (typeof name === 'string' ? [[place, name]] : [])));
}

/** Undefined for what was not given out. */
export function placeOf(value: string, given: GivenNames): string | undefined {
  for (const [place, name] of given) if (name === value) return place;
  return undefined;
}

/** What was given for a place; what is no place stands for itself. @throws Error for a place that is still empty. */
export function valueAt(place: string, given: GivenNames): string {
  if (!PLACE.test(place)) return place;
  const name = given.get(place);
  if (name === undefined) throw new Error(`The backend has given nothing out for ${place} yet.`);
  return name;
}
