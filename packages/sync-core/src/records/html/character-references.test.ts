import { describe, expect, it } from 'vitest';
import { attributeSource, attributeText, decodedAttribute } from './character-references.js';

describe('decodedAttribute', () => {
  it.each([
    ['a', 'a'],
    ['?a=1&b=2', '?a=1&b=2'],
    ['?a=1&amp;b=2', '?a=1&b=2'],
    ['&amp;lt;', '&lt;'],
    ['&#106;&#x6A;&#X6a&#106', 'jjjj'],
    ['&colon;&Tab;&NewLine;', ':\t\n'],
    ['&AMP;&AMP', '&&'],
    ['&amp=1&ampx', '&amp=1&ampx'],
    ['&colon', '&colon'],
    ['&unknown;', '&unknown;'],
    ['&#0;&#xD800;&#x110000;&#99999999999;', '\ufffd\ufffd\ufffd\ufffd'],
  ])('reads %j as %j', (source, text) => {
    expect(decodedAttribute(source)).toBe(text);
  });

  it('reads back every text that attributeText has written', () => {
    for (const text of ['a&b', '&amp;', '"<>"', '&unknown;', '&#58;', "it's"]) {
      expect(decodedAttribute(attributeText(text))).toBe(text);
    }
  });
});

describe('attributeSource', () => {
  it('leaves references as they are and nothing that would end the attribute', () => {
    expect(attributeSource('&eacute; "a" <b> & \'c\'')).toBe("&eacute; &quot;a&quot; &lt;b&gt; & 'c'");
  });
});
