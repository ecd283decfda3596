import { safeUrl } from '../formatting/safe-url.js';
import type { Shop } from '../pages/shop.js';
import { PicturePlaceholder } from './picture-placeholder.js';

/** Widths that resized pictures are offered in, in pixels. */
const WIDTHS_PX = [240, 360, 540, 800, 1200] as const;

/** When a picture loads: `first` = the page's main picture, `early` = seen without scrolling, `late` = below. */
export type PicturePriority = 'first' | 'early' | 'late';

export interface PictureProps {
  shop: Shop;
  url: string | undefined;
  /** Empty for a picture that repeats the text beside it. */
  alt: string;
  /** Of the box in CSS pixels; they fix its aspect, so that nothing moves when the picture arrives. */
  width: number;
  height: number;
  /** `sizes` of the picture, needed to choose among the resized ones. */
  sizes: string;
  priority: PicturePriority;
  class?: string | undefined;
}

/** A picture of the backend, or a drawn placeholder where a record has none. */
export function Picture({ shop, url, alt, width, height, sizes, priority, class: className }: PictureProps) {
  const source = safeUrl(url);
  if (source === undefined) return <PicturePlaceholder alt={alt} class={className} />;
  const choices = shop.hasImageResizing ? resizedChoices(source) : undefined;
  return (
    <img
      src={source}
      srcset={choices}
      sizes={choices === undefined ? undefined : sizes}
      alt={alt}
      width={width}
      height={height}
      loading={priority === 'late' ? 'lazy' : undefined}
      fetchpriority={priority === 'first' ? 'high' : undefined}
      decoding={priority === 'first' ? undefined : 'async'}
      class={className}
    />
  );
}

/** Drawings scale by themselves, and addresses with a comma or a space cannot stand in a `srcset`. */
function resizedChoices(source: string): string | undefined {
  if (/\.svg(?:$|[?#])/i.test(source)) return undefined;
  const path = source.replaceAll(',', '%2C').replace(/\s/g, '%20');
  return WIDTHS_PX.map((width) => `/cdn-cgi/image/width=${width},format=auto/${path} ${width}w`).join(', ');
}
