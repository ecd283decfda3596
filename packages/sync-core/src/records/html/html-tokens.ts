import { MarkupScanner } from './markup-scanner.js';

/** Values of attributes are source text: character references are not decoded. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'start'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'end'; name: string };

/**
 * Text and tags of an HTML fragment, cut where a browser cuts them (WHATWG, “Tokenization”). Comments,
 * declarations, a tag without an end, and elements whose content is no markup (`script`, `style`, …) are
 * left out with all they hold. Never throws; time is linear in the length.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const scanner = new MarkupScanner(html);
  let textFrom = 0;
  for (;;) {
    scanner.skipTo(MARKUP_START);
    const text = html.slice(textFrom, scanner.position);
    if (text !== '') yield { kind: 'text', text };
    if (scanner.isAtEnd) return;
    const token = readMarkup(scanner);
    if (token) yield token;
    textFrom = scanner.position;
  }
}

/** Any other `<` is text. */
const MARKUP_START = /<(?:[a-z!?]|\/.)/gis;
const LETTER = /[a-z]/i;
const COMMENT_END = /--!?>/g;
const NAME = /[^\t\n\f\r />]+/y;
const BETWEEN_ATTRIBUTES = /[\t\n\f\r /]+/y;
const SPACE = /[\t\n\f\r ]+/y;
const ATTRIBUTE_NAME = /[^\t\n\f\r />][^\t\n\f\r />=]*/y;
const UNQUOTED = /[^\t\n\f\r >]+/y;

function readMarkup(scanner: MarkupScanner): HtmlToken | null {
  if (scanner.startsWith('<!--')) {
    // From the first dash on, for `<!-->` is a whole comment.
    scanner.position += 2;
    scanner.skipTo(COMMENT_END);
    scanner.readPast('>');
    return null;
  }
  const isEnd = scanner.peek(1) === '/';
  if (!LETTER.test(scanner.peek(isEnd ? 2 : 1))) {
    scanner.readPast('>');
    return null;
  }
  scanner.position += isEnd ? 2 : 1;
  const name = scanner.read(NAME).toLowerCase();
  const attributes = readAttributes(scanner);
  if (attributes === null) return null;
  if (isEnd) return { kind: 'end', name };
  const contentEnd = RAW_CONTENT_END.get(name);
  if (contentEnd === undefined) return { kind: 'start', name, attributes };
  scanner.skipTo(contentEnd);
  return null;
}

/** Reads up to the end of a tag and past it. @returns null for a tag without an end. */
function readAttributes(scanner: MarkupScanner): Map<string, string> | null {
  const attributes = new Map<string, string>();
  for (;;) {
    scanner.read(BETWEEN_ATTRIBUTES);
    if (scanner.isAtEnd) return null;
    if (scanner.peek() === '>') {
      scanner.position += 1;
      return attributes;
    }
    const name = scanner.read(ATTRIBUTE_NAME).toLowerCase();
    scanner.read(SPACE);
    const value = scanner.peek() === '=' ? readValue(scanner) : '';
    if (value === null) return null;
    // Of two with one name browsers take the first.
    if (!attributes.has(name)) attributes.set(name, value);
  }
}

function readValue(scanner: MarkupScanner): string | null {
  scanner.position += 1;
  scanner.read(SPACE);
  const quote = scanner.peek();
  if (quote !== '"' && quote !== "'") return scanner.read(UNQUOTED);
  scanner.position += 1;
  return scanner.readPast(quote);
}

/** Elements whose content is text for a browser, tags and comments in it included; and where that ends. */
const RAW_CONTENT_END: ReadonlyMap<string, RegExp> = new Map([
  ...['iframe', 'noembed', 'noframes', 'noscript', 'script', 'style', 'textarea', 'title', 'xmp'].map(
    (name): [string, RegExp] => [name, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')],
  ),
  // Has no end at all.
  ['plaintext', /(?!)/g],
]);
