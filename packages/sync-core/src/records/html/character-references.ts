/** Named references that can stand for a character of a URL's syntax, or that editors write into URLs. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['AMP', '&'],
  ['lt', '<'],
  ['LT', '<'],
  ['gt', '>'],
  ['GT', '>'],
  ['quot', '"'],
  ['QUOT', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ['colon', ':'],
  ['semi', ';'],
  ['sol', '/'],
  ['bsol', '\\'],
  ['quest', '?'],
  ['num', '#'],
  ['commat', '@'],
  ['equals', '='],
  ['plus', '+'],
  ['comma', ','],
  ['period', '.'],
  ['percnt', '%'],
  ['lowbar', '_'],
  ['lpar', '('],
  ['rpar', ')'],
  ['excl', '!'],
  ['dollar', '$'],
  ['ast', '*'],
  ['lbrace', '{'],
  ['lcub', '{'],
  ['rbrace', '}'],
  ['rcub', '}'],
]);

/** Those that HTML knows without a semicolon too, unless a letter, a digit or `=` follows. */
const WITHOUT_SEMICOLON: ReadonlySet<string> = new Set([
  'amp',
  'AMP',
  'lt',
  'LT',
  'gt',
  'GT',
  'quot',
  'QUOT',
  'nbsp',
]);

const REFERENCE = /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+)(?![a-z0-9=]));?/gi;
const REPLACEMENT = '\ufffd';
const MAX_CODE_POINT = 0x10ffff;

/**
 * Text of an attribute's value. References with a name outside the list stay as they are, so what is judged
 * must be what is written: pass it to `attributeText`, which makes their `&` a plain character.
 */
export function decodedAttribute(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(REFERENCE, (reference: string, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    if (name === undefined || !(reference.endsWith(';') || WITHOUT_SEMICOLON.has(name))) return reference;
    return NAMED.get(name) ?? reference;
  });
}

function characterOf(codePoint: number): string {
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint === 0 || codePoint > MAX_CODE_POINT || isSurrogate) return REPLACEMENT;
  return String.fromCodePoint(codePoint);
}

/** Text as the value of an attribute in double quotes. */
export function attributeText(text: string): string {
  return attributeSource(text.replaceAll('&', '&amp;'));
}

/** The source of an attribute's value, references and all, for double quotes. */
export function attributeSource(source: string): string {
  return source.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
