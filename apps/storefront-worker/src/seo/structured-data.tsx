/** JSON-LD in a data block; it can neither close its element nor open another. */
export function StructuredData({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafeJson(data) }} />;
}

/**
 * JSON that may stand inside a `script` element: `<` and `>` are written as escapes, so that no text of a
 * record ends the element, and so are the two line separators that old parsers stumble over.
 */
export function scriptSafeJson(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
