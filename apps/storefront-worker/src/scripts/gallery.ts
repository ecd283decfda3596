/**
 * Lets the small pictures scroll the large ones in place, and marks the one in view.
 *
 * @returns shows a picture by its address, e.g. that of a chosen variant.
 */
export function improveGallery(gallery: HTMLElement): (url: string) => void {
  const row = gallery.querySelector<HTMLElement>('.gallery-row');
  const links = [...gallery.querySelectorAll<HTMLAnchorElement>('.gallery-thumbnails a')];
  if (!row) return () => {};
  const show = (n: number) => row.scrollTo({ left: n * row.clientWidth });
  for (const [n, link] of links.entries()) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(n);
    });
  }
  row.addEventListener(
    'scroll',
    () => {
      const shown = Math.round(row.scrollLeft / Math.max(row.clientWidth, 1));
      for (const [n, link] of links.entries()) {
        if (n === shown) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { passive: true },
  );
  return (url) => showUrl(row, url, show);
}

function showUrl(row: HTMLElement, url: string, show: (n: number) => void): void {
  const images = [...row.querySelectorAll('img')];
  const known = images.findIndex((image) => image.getAttribute('src') === url);
  const [first] = images;
  if (known < 0 && first) {
    first.removeAttribute('srcset');
    first.src = url;
  }
  show(Math.max(known, 0));
}
