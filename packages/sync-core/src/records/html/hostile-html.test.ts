import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../testing/parsed-html.js';
import { contentHtml } from './content-html.js';

const toHtml = contentHtml({ backendOrigins: ['https://shop.example'] });

/** What an attacker writes, and what is left of it. */
const INPUTS: readonly (readonly [input: string, output: string])[] = [
  // Elements that run code.
  ['<script>alert(1)</script>', ''],
  ['<SCRIPT SRC=//evil.example/x.js></SCRIPT>', ''],
  ['<script\n>alert(1)</script\n>', ''],
  ['<script/x>alert(1)</script>', ''],
  ['<script>alert(1)', ''],
  ['<scr<script>ipt>alert(1)</script>', 'ipt>alert(1)'],
  ['<script><!-- </script><img src=x onerror=alert(1)> --></script>', '<img src="x"> -->'],
  ['<scr\0ipt>alert(1)</scr\0ipt>', ''],
  ['<<script>alert(1)//<</script>', '&lt;'],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', ''],
  ['<embed src="data:text/html,x"><object data="javascript:alert(1)">a</object>', ''],
  ['<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><base href="//evil.example">', ''],
  ['<link rel="stylesheet" href="//evil.example/x.css">', ''],
  ['<svg onload=alert(1)><script>alert(1)</script></svg>', ''],
  ['<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>', ''],
  ['<math><mtext><table><mglyph><style><img src onerror=alert(1)></style></table></math>', ''],
  ['<template><img src=x onerror=alert(1)></template>', ''],
  ['<form><button formaction="javascript:alert(1)">a</button></form>', ''],
  ['<input onfocus=alert(1) autofocus><select onfocus=alert(1)><option>a</select>', ''],
  ['<video src=x onerror=alert(1)><source onerror=alert(1)></video>', ''],
  ['<body onload=alert(1)><frameset onload=alert(1)>', ''],
  ['<marquee onstart=alert(1)>a</marquee>', ''],
  // Attributes that run code.
  ['<img src=x onerror=alert(1)>', '<img src="x">'],
  ['<img src="x"onerror="alert(1)">', '<img src="x">'],
  ['<img/src=x/onerror=alert(1)>', '<img src="x/onerror=alert(1)">'],
  ['<img src=x onerror\n=\nalert(1)>', '<img src="x">'],
  ['<img """><script>alert(1)</script>">', '">'],
  ['<img src="x` `<script>alert(1)</script>"` `>', '<img src="x` `&lt;script&gt;alert(1)&lt;/script&gt;">'],
  ['<img src="x\' onerror=\'alert(1)">', `<img src="x' onerror='alert(1)">`],
  [`<img src='x" onerror="alert(1)'>`, '<img src="x&quot; onerror=&quot;alert(1)">'],
  ['<p title="&quot; onclick=&quot;alert(1)">a</p>', '<p title="&quot; onclick=&quot;alert(1)">a</p>'],
  [
    `<p title='"><script>alert(1)</script>'>a</p>`,
    '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">a</p>',
  ],
  ['<p title="a" title="b" onclick=x onclick=y>a</p>', '<p title="a">a</p>'],
  ['<p ONCLICK=alert(1) oNmouseover="x">a</p>', '<p>a</p>'],
  ['<p style="background:url(javascript:alert(1))">a</p>', '<p>a</p>'],
  ['<p style="position:fixed;inset:0" class="fixed inset-0" id="cart">a</p>', '<p>a</p>'],
  ['<a href="/a" ping="//evil.example" download onclick=alert(1)>a</a>', '<a href="/a">a</a>'],
  // URLs that run code.
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href=" \u0001 JaVaScRiPt:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="java\tscr\nipt\r:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="jav&#x09;ascript&#58alert(1)">a</a>', '<a>a</a>'],
  ['<a href="&#106&#97&#118&#97script&colon;alert(1)">a</a>', '<a>a</a>'],
  ['<a href="&#x0000006A;avascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="java&NewLine;script&Tab;:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="&amp;#106;avascript:alert(1)">a</a>', '<a href="&amp;#106;avascript:alert(1)">a</a>'],
  ['<a href="javascript&unknown;:alert(1)">a</a>', '<a href="javascript&amp;unknown;:alert(1)">a</a>'],
  ['<a href="feed:javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="view-source:javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="vbscript:msgbox(1)">a</a>', '<a>a</a>'],
  ['<a href="data:text/html;base64,PHNjcmlwdD4=">a</a>', '<a>a</a>'],
  ['<a href="file:///etc/passwd">a</a><a href="blob:https://shop.example/1">b</a>', '<a>a</a><a>b</a>'],
  ['<img src="javascript:alert(1)">', ''],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', ''],
  ['<img src="mailto:a@shop.example">', ''],
  ['<img src="/a.png" srcset="javascript:alert(1) 1x, data:x 2x">', '<img src="/a.png">'],
  [
    '<picture><source srcset="data:image/png,x"><img src="/a.png"></picture>',
    '<picture><img src="/a.png"></picture>',
  ],
  ['<blockquote cite="javascript:alert(1)">a</blockquote>', '<blockquote>a</blockquote>'],
  // Hosts in disguise.
  ['<a href="//evil.example">a</a>', '<a href="https://evil.example/" rel="noopener">a</a>'],
  ['<a href="/\\evil.example">a</a>', '<a href="https://evil.example/" rel="noopener">a</a>'],
  ['<a href="\\\\evil.example">a</a>', '<a href="https://evil.example/" rel="noopener">a</a>'],
  ['<a href="/\t/evil.example">a</a>', '<a href="https://evil.example/" rel="noopener">a</a>'],
  ['<a href="https:evil.example">a</a>', '<a href="https://evil.example/" rel="noopener">a</a>'],
  ['<a href="https://shop.example//evil.example">a</a>', '<a href="/evil.example">a</a>'],
  ['<a href="https://shop.example/index.php//evil.example">a</a>', '<a href="/evil.example">a</a>'],
  ['<a href="/a/..//evil.example/x">a</a>', '<a href="/evil.example/x">a</a>'],
  [
    '<a href="https://shop.example.evil.example/">a</a>',
    '<a href="https://shop.example.evil.example/" rel="noopener">a</a>',
  ],
  [
    '<a href="https://shop.example@evil.example/">a</a>',
    '<a href="https://shop.example@evil.example/" rel="noopener">a</a>',
  ],
  ['<a href="http://[::1">a</a>', '<a>a</a>'],
  // Text that tries to become markup.
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<img src="x">">'],
  ['<style><!--</style><img src=x onerror=alert(1)>-->', '<img src="x">-->'],
  ['<xmp><p title="</xmp><img src=x onerror=alert(1)>">', '<img src="x">">'],
  ['<textarea><img title="</textarea><script>alert(1)</script>">', '">'],
  ['<!-- --!><img src=x onerror=alert(1)> -->', '<img src="x"> -->'],
  ['<!--><script>alert(1)</script>-->', '-->'],
  ['<plaintext><p>a</p>', ''],
  ['<a title="<!--" href="/a">-->', '<a href="/a" title="&lt;!--">--></a>'],
  ['</p </div onclick=alert(1)>a', 'a'],
  ['</article></main></body></html><h1>Owned</h1>', '<h1>Owned</h1>'],
];

describe('hostile HTML', () => {
  it.each(INPUTS)('%j becomes harmless', (input, output) => {
    expect(toHtml(input)).toBe(output);
  });

  it.each(INPUTS)('%j leaves nothing that a browser would run', (input) => {
    for (const { name, attributes } of elementsOf(toHtml(input))) {
      expect(['script', 'style', 'iframe', 'object', 'svg', 'base', 'meta']).not.toContain(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute).not.toMatch(/^(?:on|style$|id$|class$|formaction$|srcdoc$)/);
        if (['href', 'src'].includes(attribute))
          expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    }
  });
});
