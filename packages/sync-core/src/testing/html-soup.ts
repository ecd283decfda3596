import fc from 'fast-check';

const NAMES = (
  'p div span ul ol li dl dt dd table caption tr td th tbody thead col a b i h1 h2 blockquote pre img br hr ' +
  'picture source figure figcaption details summary section main font script style textarea title iframe ' +
  'object form svg math template select plaintext noscript body html'
).split(' ');

const ATTRIBUTES =
  'href src srcset alt title class id name style onclick onerror target rel width colspan start lang'.split(
    ' ',
  );

const VALUES = [
  '',
  '#',
  'javascript:alert(1)',
  'JaVa\tScRiPt:alert(1)',
  'jav&#x61;script&colon;alert(1)',
  'data:text/html,<b>',
  'vbscript:x',
  'https://shop.example/index.php/a/b.html?x=1&amp;y=2#z',
  'http://SHOP.example/media/a.webp',
  '//shop.example//evil.example/x.html',
  '/\\evil.example',
  '/a/...html',
  '/.html/',
  '/a.html.html/',
  'mailto:a@shop.example',
  'https://other.example/a.html',
  'http://[bad',
  'a.webp 1x, https://shop.example/media/b.webp 2x,javascript:x 3x',
  '{{media url="a.webp"}}',
  '{{store url=\'x" onclick="y\'}}',
  '{{store direct_url=javascript:alert(1)}}',
  '{{media url=&quot;&gt;&lt;script&gt;&quot;}}',
  '&lt;script&gt;&quot;',
  '_blank',
  'nofollow NOOPENER',
  '100%',
  '3',
  "it's",
  '\u212a\u017f',
];

const TEXTS = [
  'words',
  ' ',
  '<',
  '>',
  '&',
  '"',
  "'",
  '=',
  '/',
  '{',
  '}',
  '{{',
  '}}',
  '\0',
  '\n',
  '&lt;b&gt;',
  '&amp;lt;',
  '<!--',
  '-->',
  '--!>',
  '<!',
  '<?php ?>',
  '<![CDATA[',
  ']]>',
  '</',
  '</>',
  '{{block id="x"}}',
  '{{/depend}}',
];

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);

const attribute = fc
  .tuple(pick(ATTRIBUTES), pick([' ', '/', '\n', '']), pick(['"', "'", '']), pick(VALUES))
  .map(([name, gap, quote, value]) => `${gap}${name}=${quote}${value}${quote}`);

const startTag = fc
  .tuple(pick(NAMES), fc.array(attribute, { maxLength: 3 }), pick(['>', '/>', ' >', '']))
  .map(([name, attributes, end]) => `<${name} ${attributes.join(' ')}${end}`);

const endTag = pick(NAMES).map((name) => `</${name}>`);

/** Pieces of markup in any order, mostly tags that nothing closes and ends of what was never open. */
export const htmlSoup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: startTag, weight: 4 },
      { arbitrary: endTag, weight: 3 },
      { arbitrary: pick(TEXTS), weight: 3 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 4 }), weight: 1 },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));
