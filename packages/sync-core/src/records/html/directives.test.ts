import { describe, expect, it } from 'vitest';
import { htmlWithoutDirectives, optionalText, textWithoutDirectives } from './directives.js';

const html = (source: string) => htmlWithoutDirectives(source, { media: '/media/' });

describe('directives', () => {
  it.each([
    ['a {{widget type="x" text="}"}} b', 'a  b'],
    ['{{depend a}}b{{/depend}}', 'b'],
    ['{{{a}}}', '}'],
    ['{a} }} {', '{a} }} {'],
  ])('go from %j, in HTML and in text', (source, expected) => {
    expect(html(source)).toBe(expected);
    expect(textWithoutDirectives(source)).toBe(expected);
  });

  it.each([
    ['{{media url="wysiwyg/a.webp"}}', '/media/wysiwyg/a.webp'],
    ["{{media url='/wysiwyg/a.webp'}}", '/media/wysiwyg/a.webp'],
    ['{{media url=wysiwyg/a.webp}}', '/media/wysiwyg/a.webp'],
    ['{{ media  url = "a b.webp" }}', '/media/a%20b.webp'],
    ['{{media url=&quot;a.webp&quot;}}', '/media/a.webp'],
    ['{{media alt="x" url="a.webp"}}', '/media/a.webp'],
    ['{{media url="été.webp"}}', '/media/%C3%A9t%C3%A9.webp'],
    ['{{store url="about"}}', '/about/'],
    ['{{store url=""}}about', '/about'],
    ['{{store url="/"}}', '/'],
    ['{{store url="women/tops/"}}', '/women/tops/'],
    ['{{store url="search?q=a&b=c"}}', '/search?q=a&amp;b=c'],
    ['{{store url="about#team"}}', '/about#team'],
    ['{{store direct_url="about-us.html"}}', '/about-us.html'],
    ['{{store _secure="1" direct_url=\'a.html?x=1\'}}', '/a.html?x=1'],
  ])('that name a file or a page are its URL in HTML, and go from text: %j', (source, expected) => {
    expect(html(source)).toBe(expected);
    expect(textWithoutDirectives(source)).toBe(source.includes('}}about') ? 'about' : '');
  });

  it.each([
    ['{{media}}', ''],
    ['{{media url=""}}', ''],
    ['{{media direct_url="a.webp"}}', ''],
    ['{{store}}', ''],
    ['{{store path="a"}}', ''],
    ['{{mediaurl="a"}}', ''],
    ['{{skin url="images/a.png"}}', ''],
    ['{{config path="web/unsecure/base_url"}}', ''],
    [`{{media url="${'a'.repeat(2_000)}"}}`, ''],
  ])('that name neither are gone: %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it.each([
    ['{{store url="//evil.example"}}', '/evil.example/'],
    ['{{store direct_url="javascript:alert(1)"}}', '/javascript:alert(1)'],
    ["{{media url='\"><script>alert(1)</script>'}}", '/media/%22%3E%3Cscript%3Ealert(1)%3C/script%3E'],
    ['{{media url="a{{media url="}}', '/media/a%7B%7Bmedia%20url='],
    ['{{store url="half \ud800"}}', '/half%20%EF%BF%BD/'],
  ])('lead nowhere else and hold no markup: %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('without an end are text in HTML, and the cut end of a text', () => {
    expect(html('a {{b}}c {{d')).toBe('a c {{d');
    expect(textWithoutDirectives('a {{b}}c {{media url="wys')).toBe('a c ');
  });

  it('of an absent text leave it absent', () => {
    expect(optionalText(undefined)).toBeUndefined();
    expect(optionalText('{{a}}')).toBe('');
  });
});
