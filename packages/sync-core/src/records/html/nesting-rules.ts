/** Parts of HTML's rules on which element may stand in which (WHATWG, “Tree construction”). */

/** What an element must stand in. */
interface Home {
  /** The nearest of these is its parent: whatever is open between is closed. */
  parents: ReadonlySet<string>;
  /** What is written in its place where there is none; null = its tags go. */
  otherwise: string | null;
}

const TABLE_SECTIONS = ['tbody', 'thead', 'tfoot'];
const CELLS = ['td', 'th', 'caption'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Nothing inside closes, or is closed by, what is outside of these. */
const SCOPES: ReadonlySet<string> = new Set(['table', ...CELLS]);
const TABLE_SCOPE: ReadonlySet<string> = new Set(['table']);
const TABLE_PARTS: ReadonlySet<string> = new Set([
  'table',
  ...CELLS,
  'tr',
  ...TABLE_SECTIONS,
  'colgroup',
  'col',
]);

function home(parents: readonly string[], otherwise: string | null): Home {
  return { parents: new Set(parents), otherwise };
}

const ROW_PARENTS = [...TABLE_SECTIONS, 'table'];
const cellHome = home(['tr', ...ROW_PARENTS], 'div');

/**
 * Without their parent these would be taken for parts of whatever list or table of the page the content
 * stands in, and could close it.
 */
const HOMES: ReadonlyMap<string, Home> = new Map([
  ['li', home(['ul', 'ol'], 'div')],
  ['dt', home(['dl'], 'div')],
  ['dd', home(['dl'], 'div')],
  ['figcaption', home(['figure'], 'div')],
  ['summary', home(['details'], 'div')],
  ['source', home(['picture'], null)],
  ['td', cellHome],
  ['th', cellHome],
  ['tr', home(ROW_PARENTS, 'div')],
  ['caption', home(['table'], 'div')],
  ['col', home(['colgroup', 'table'], null)],
  ...['colgroup', ...TABLE_SECTIONS].map((name): [string, Home] => [name, home(['table'], null)]),
]);

const NOTHING: ReadonlySet<string> = new Set();
const PARAGRAPH: ReadonlySet<string> = new Set(['p']);
const CLOSED_BY_HEADING: ReadonlySet<string> = new Set(['p', ...HEADINGS]);
const CLOSED_BY_TABLE: ReadonlySet<string> = new Set(['p', 'table']);
const LINK: ReadonlySet<string> = new Set(['a']);

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div ul ol li dl dt dd blockquote pre figure figcaption address hr section article header footer ' +
    'details summary'
  ).split(' '),
);

/** Elements that an element of this name ends, where they are open. */
export function endedBy(name: string): ReadonlySet<string> {
  if (BLOCKS.has(name)) return PARAGRAPH;
  if (HEADINGS.includes(name)) return CLOSED_BY_HEADING;
  if (name === 'table') return CLOSED_BY_TABLE;
  return name === 'a' ? LINK : NOTHING;
}

/** Where an element may stand; undefined = anywhere. */
export function homeOf(name: string): Home | undefined {
  return HOMES.get(name);
}

/** Elements beyond which a tag of this name has no effect. */
export function scopeOf(name: string): ReadonlySet<string> {
  return TABLE_PARTS.has(name) ? TABLE_SCOPE : SCOPES;
}
