/**
 * HTML of the backend, sanitised when it was synced: the one place where a record's text is not escaped.
 *
 * @param html a record's `description`, `content` or `landingBlock`, nothing else.
 */
export function RichText({ html, class: className }: { html: string; class?: string | undefined }) {
  return (
    <div
      class={className === undefined ? 'rich-text' : `rich-text ${className}`}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
