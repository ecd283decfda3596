import { expect, it } from 'vitest';
import { robotsText } from './robots-text.js';

it('lets crawlers at everything but what is a shopper’s own or asks the backend, and names the sitemap', () => {
  expect(robotsText('https://shop.example')).toBe(`User-agent: *
Disallow: /account
Disallow: /cart
Disallow: /checkout
Disallow: /search
Disallow: /_switch/
Disallow: /*?*sort=

Sitemap: https://shop.example/sitemap.xml
`);
});
