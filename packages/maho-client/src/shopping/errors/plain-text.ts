const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
  '#039': "'",
};

/** Maho's messages may hold markup (`required option <em>Size</em>`, recording cart/26): only their text is kept. */
export function plainText(message: string): string {
  return unescaped(message.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What PHP has escaped as HTML, as it was. */
export function unescaped(text: string): string {
  return text.replace(/&(#039|[a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
