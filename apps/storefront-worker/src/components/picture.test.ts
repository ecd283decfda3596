import { describe, expect, it } from 'vitest';
import { sampleShop } from '../pages/testing/sample-shop.js';
import { Picture, type PictureProps } from './picture.js';

function rendered(changes: Partial<PictureProps>): string {
  const shop = sampleShop();
  const size = { width: 400, height: 300, sizes: '50vw' };
  return String(
    Picture({ shop, url: 'https://b.example/a.jpg', alt: 'A', priority: 'late', ...size, ...changes }),
  );
}

describe('a picture', () => {
  it('has its size, so that nothing moves when it arrives', () => {
    expect(rendered({})).toMatch(/width="400" height="300"/);
  });

  it('waits until it is near when it is below the fold, and hurries when it is the main one', () => {
    expect(rendered({})).toContain('loading="lazy"');
    expect(rendered({ priority: 'early' })).not.toContain('loading=');
    const first = rendered({ priority: 'first' });
    expect(first).toContain('fetchpriority="high"');
    expect(first).not.toContain('loading=');
  });

  it('is offered in other sizes only where they can be made', () => {
    expect(rendered({})).not.toContain('srcset');
    const html = rendered({ shop: sampleShop({ hasImageResizing: true }) });
    expect(html).toContain('/cdn-cgi/image/width=540,format=auto/https://b.example/a.jpg 540w');
    expect(html).toContain('sizes="50vw"');
  });

  it('keeps what separates sizes out of their addresses', () => {
    const shop = sampleShop({ hasImageResizing: true });
    const html = rendered({ shop, url: 'https://b.example/a, b.jpg' });
    expect(html).toContain('https://b.example/a%2C%20b.jpg 240w');
  });

  it('is not resized when it is a drawing', () => {
    const shop = sampleShop({ hasImageResizing: true });
    expect(rendered({ shop, url: 'https://b.example/a.svg?v=1' })).not.toContain('srcset');
  });

  it.each([undefined, '', 'javascript:alert(1)'])('is a drawn placeholder for %j', (url) => {
    const html = rendered({ url });
    expect(html).toContain('picture-placeholder');
    expect(html).not.toContain('<img');
  });
});
