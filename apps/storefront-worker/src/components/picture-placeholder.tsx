/** Stands where a picture would, in the theme's colours; fills its box. */
export function PicturePlaceholder({ alt, class: className }: { alt: string; class?: string | undefined }) {
  return (
    <>
      <svg
        class={className === undefined ? 'picture-placeholder' : `picture-placeholder ${className}`}
        viewBox="0 0 200 200"
        aria-hidden="true"
      >
        <rect x="62" y="70" width="76" height="60" rx="6" />
        <circle cx="84" cy="90" r="7" />
        <path d="m66 124 22-20 14 12 16-18 18 22" />
      </svg>
      {alt !== '' && <span class="sr-only">{alt}</span>}
    </>
  );
}
