/**
 * The path of an entity by its id: `/products/394`.
 *
 * @throws RangeError unless the id is a positive whole number: Maho would answer 394.5 with 394.
 */
export function entityPath(collection: string, id: number, subResource = ''): string {
  if (Number.isSafeInteger(id) && id > 0) return `${collection}/${id}${subResource}`;
  throw new RangeError(`id must be a positive whole number, got ${id}`);
}
