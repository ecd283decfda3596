import { describe, expect, it } from 'vitest';
import { contentHtml } from './content-html.js';

const toHtml = contentHtml({ backendOrigins: ['https://shop.example', 'http://www.shop.example:8080/de/'] });

describe('contentHtml', () => {
  it('keeps what it is given where there is nothing against it', () => {
    const html =
      '<h1>Lamps</h1><p lang="fr">Une <strong>lampe</strong>, <em>two</em> &amp; &eacute;<br>three</p>' +
      '<ul><li>One</li></ul><table><caption>Sizes</caption><thead><tr><th colspan="2" scope="col">A</th></tr>' +
      '</thead><tbody><tr><td rowspan="2">1</td></tr></tbody></table><blockquote><pre>a  b</pre></blockquote>' +
      '<figure><picture><source srcset="/media/a.webp 2x" type="image/webp"><img src="/media/a.png" ' +
      'alt="A &quot;lamp&quot;" width="40" height="30" loading="lazy"></picture><figcaption>A</figcaption></figure>';
    expect(toHtml(html)).toBe(html);
  });

  it('keeps absence and emptiness apart', () => {
    expect([toHtml(undefined), toHtml('')]).toEqual([undefined, '']);
  });

  it('refuses an origin that is none', () => {
    expect(() => contentHtml({ backendOrigins: ['shop.example'] })).toThrow(TypeError);
  });

  it.each([
    ['<p class="modal" style="color:red" id="main" data-x="1" align="center">a</p>', '<p>a</p>'],
    ['<P TITLE=Hello>a</P>', '<p title="Hello">a</p>'],
    ['<img src=/media/a.png alt>', '<img src="/media/a.png" alt="">'],
    ['<img alt="no source">', ''],
    ['<p title="">a</p>', '<p>a</p>'],
    ['<td colspan="x">a</td>', '<div>a</div>'],
    ['<a name="top">a</a><a href="#top">b</a>', '<a name="top">a</a><a href="#top">b</a>'],
    ['<img src="/media/a.png" width="50%" height="10px">', '<img src="/media/a.png" width="50%">'],
  ])('of the attributes in %s keeps those of the list', (html, expected) => {
    expect(toHtml(html)).toBe(expected);
  });

  it.each([
    ['a<!-- b -->c<!---->d<!-->e<!--->f<!-- g --!>h', 'acdefh'],
    ['a<?php echo 1 ?>b<!DOCTYPE html>c<![CDATA[d]]>e</>f', 'abcef'],
    ['a<style>p { color: red }</style>b<title>c</title>d', 'abd'],
    ['a<script>if (a < b) document.write("<p>c</p>")</script >b', 'ab'],
    ['a<iframe src="//video.example"><p>b</p></iframe>c', 'ac'],
    ['a<form action="/x"><p>b <input name="c"></p></form>d', 'ad'],
    ['a<object data="x"><param name="y">b<object>c</object>d</object>e', 'ae'],
    ['a<svg><style><p>b</style></svg>c', 'ac'],
    ['<div>a<form>b</div>c', '<div>a</div>c'],
    ['<font color="red">a</font> <o:p>b</o:p>', 'a b'],
    ['<main><nav>a</nav><center>b</center></main>', '<div><div>a</div><div>b</div></div>'],
  ])('removes from %s what is no content', (html, expected) => {
    expect(toHtml(html)).toBe(expected);
  });

  it.each([
    ['<p>a<p>b', '<p>a</p><p>b</p>'],
    ['<p>a<div>b</div>c</p>', '<p>a</p><div>b</div>c'],
    ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<dl><dt>a<dd>b</dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      '<table><tr><td>a<td>b<tr><td>c</table>d',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d',
    ],
    ['<b><i>a</b>b</i>', '<b><i>a</i></b>b'],
    ['a</div></div></main>b', 'ab'],
    ['<div><div>a', '<div><div>a</div></div>'],
    ['<li>a</li><li>b</li>', '<div>a</div><div>b</div>'],
    ['<tr><td>a</td></tr>', '<div><div>a</div></div>'],
    ['<a href="/a">a<a href="/b">b</a>', '<a href="/a">a</a><a href="/b">b</a>'],
    ['<b><table><tr><td>a</b>b</td></tr></table>', '<b><table><tr><td>ab</td></tr></table></b>'],
    ['<br/><hr></br>', '<br><hr>'],
    ['1 < 2 <3 a<b', '1 &lt; 2 &lt;3 a'],
  ])('closes the elements of %s where a browser would', (html, expected) => {
    expect(toHtml(html)).toBe(expected);
  });

  it.each([
    ['a {{widget type="x"}}b', 'a b'],
    ['{{depend name}}a{{/depend}}', 'a'],
    ['<p title="{{var x}}">a</p>', '<p>a</p>'],
    ['{{var\nx}}a{ {b} }', 'a{ {b} }'],
    ['a {{ b', 'a {&#123; b'],
    ['{<script></script>{a}}', '{&#123;a}}'],
    ['<scr{{x}}ipt>a</script>b', 'b'],
  ])('removes the directives of %s', (html, expected) => {
    expect(toHtml(html)).toBe(expected);
  });

  it.each([
    [
      '<img src="{{media url="wysiwyg/a.webp"}}" srcset="{{media url=\'b.webp\'}} 2x" alt="a">b',
      '<img src="/media/wysiwyg/a.webp" srcset="/media/b.webp 2x" alt="a">b',
    ],
    ['<a href="{{store url=\'about\'}}">a</a>', '<a href="/about">a</a>'],
    ['<a href="{{store url=""}}about">a</a>', '<a href="/about">a</a>'],
    ['<a href={{store direct_url="about.html?a=1&b=2"}}>a</a>', '<a href="/about?a=1&amp;b=2">a</a>'],
    ['<a href="{{media url="a.pdf"}}">a</a>', '<a href="/media/a.pdf">a</a>'],
    ['<img src="{{skin url="a.png"}}" alt="a">b', 'b'],
    ['<scr{{store url="x"}}ipt>a</script>b', 'ab'],
  ])('leads the directives of %s to files and pages of the storefront', (html, expected) => {
    expect(toHtml(html)).toBe(expected);
  });

  it.each([
    [
      '<a href="https://other.example/a.html">a</a>',
      '<a href="https://other.example/a.html" rel="noopener">a</a>',
    ],
    ['<a href="/a" target=_BLANK>a</a>', '<a href="/a" target="_blank" rel="noopener">a</a>'],
    ['<a href="/a" target="top">a</a>', '<a href="/a">a</a>'],
    [
      '<a rel="Nofollow opener" href="//other.example">a</a>',
      '<a href="https://other.example/" rel="nofollow noopener">a</a>',
    ],
    ['<a href="mailto:a@shop.example">a</a>', '<a href="mailto:a@shop.example">a</a>'],
  ])('lets %s get no hold of the page it is on', (html, expected) => {
    expect(toHtml(html)).toBe(expected);
  });

  it('leads every kind of reference to the backend to the storefront', () => {
    expect(
      toHtml(
        '<a href="HTTP://Shop.Example/index.php/women/lamp.html?a=1&b=2#c">a</a>' +
          '<a href="//www.shop.example:8080/media/a.pdf">b</a>' +
          '<img src="http://shop.example/media/a.webp" srcset="https://shop.example/media/b.webp 2x">',
      ),
    ).toBe(
      '<a href="/women/lamp?a=1&amp;b=2#c">a</a><a href="/media/a.pdf">b</a>' +
        '<img src="/media/a.webp" srcset="/media/b.webp 2x">',
    );
  });
});

describe('contentHtml on what is made to be slow', () => {
  const SIZE = 200_000;
  const filled = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));

  it.each([
    '<',
    '<<<<a ',
    '</',
    '<!--',
    '<!---->',
    '<a ',
    '<a b="\'',
    '<a b=\'"',
    '<a href="',
    '<div>',
    '<svg>',
    '<b><p>',
    '<ul><li><table><tr><td>',
    '</div>',
    '<script>',
    '<style></style>',
    '{{',
    '{{}',
    '{{a}}',
    '{{media url=a}}',
    '{{media url=',
    '}}{{',
    '&#x',
    '&amp',
    `<a title='"'`,
    '<table><div>',
  ])('takes linear time for 200 KB of %j', (piece) => {
    const html = filled(piece);
    const before = performance.now();
    const once = toHtml(html);
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(toHtml(once)).toBe(once);
  });

  it.each([
    ['href', filled('/')],
    ['href', `/${filled('.html')}`],
    ['href', filled('/...html/a.html')],
    ['href', `${filled(' ')}a${filled(' ')}a`],
    ['href', filled('&colon')],
    ['href', `https://shop.example${filled('/index.php')}`],
    ['srcset', filled(',')],
    ['srcset', filled('a ')],
    ['srcset', filled('a 1x,')],
    ['srcset', `a ${filled('b ')}`],
    ['title', filled(' \t')],
    ['rel', filled(' a')],
  ])('takes linear time for 200 KB in %s (%#)', (attribute, value) => {
    const before = performance.now();
    const html = toHtml(
      `<a ${attribute}="${value}" href="/a">a</a><img src="/media/a.webp" ${attribute}="${value}">`,
    );
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(toHtml(html)).toBe(html);
  });
});
