const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
  '#039': "'",
};

/** Maho's messages may hold markup (`required option <em>Size</em>`, recording cart/26): only their text is kept. */
export function plainText(message: string): string {
  return message
    .replace(/<[^>]*>/g, '')
    .replace(/&(#039|[a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
