/** Elements that content may have. */
const ALLOWED: ReadonlySet<string> = new Set(
  (
    'p div span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td ' +
    'blockquote q cite pre code kbd samp var figure figcaption picture source img a strong em b i u s small ' +
    'sub sup mark abbr time del ins dfn address br wbr hr section article header footer details summary'
  ).split(' '),
);

/**
 * Elements that go with all they hold: what they hold is no text of the page, or makes no sense without
 * them. Those whose content is no markup (`script`, `style`, …) never get here.
 */
const REMOVED_WITH_CONTENT: ReadonlySet<string> = new Set(
  (
    'object applet form button select datalist svg math template audio video canvas map frameset dialog ' +
    'head marquee'
  ).split(' '),
);

/** Written in another name: the page has its own landmarks, or HTML has dropped the old name. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['main', 'div'],
  ['aside', 'div'],
  ['nav', 'div'],
  ['center', 'div'],
  ['fieldset', 'div'],
  ['strike', 's'],
  ['tt', 'code'],
]);

/** Without content and end tag. */
const VOID: ReadonlySet<string> = new Set(['br', 'wbr', 'hr', 'img', 'col', 'source']);

/** What becomes of an element: `null` = it goes with its content, `undefined` = its tags alone go. */
export function writtenName(name: string): string | null | undefined {
  if (REMOVED_WITH_CONTENT.has(name)) return null;
  if (ALLOWED.has(name)) return name;
  return RENAMED.get(name);
}

export function isVoid(name: string): boolean {
  return VOID.has(name);
}
