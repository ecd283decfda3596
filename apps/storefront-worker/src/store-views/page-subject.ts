import { pageHref } from '../formatting/page-href.js';
import { blogListHref } from '../pages/blog/blog-href.js';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';

/**
 * What a page is about, by names that mean the same in every store view of one backend. A CMS page has one identifier
 * in all of them: two pages with the same one are the same page in two languages.
 */
export type PageSubject =
  | { kind: 'home' | 'catalog' | 'blog' }
  | { kind: 'product' | 'category' | 'post'; id: number }
  | { kind: 'cms'; identifier: string };

/** First segment of addresses that lead to whatever address a store view has for a subject. */
export const SWITCH = '_switch';
const NUMBERED = /^(product|category|post)\/([1-9]\d{0,9})$/;
const CMS_PREFIX = 'cms/';

/** The address that leads to a subject in any store view that has it, and to the home page of one that has not. */
export function switchHref(subject: PageSubject): string {
  switch (subject.kind) {
    case 'home':
      return '/';
    case 'catalog':
      return pageHref(CATALOG_PATH);
    case 'blog':
      return blogListHref();
    case 'cms':
      return pageHref(`${SWITCH}/${CMS_PREFIX}${subject.identifier}`);
    default:
      return pageHref(`${SWITCH}/${subject.kind}/${subject.id}`);
  }
}

/** Whether an address leads on to a subject, and shows nothing itself. */
export function isSwitchHref(href: string): boolean {
  return href.startsWith(`/${SWITCH}/`);
}

/**
 * Reads an address that `switchHref` made.
 *
 * @param path decoded, without slashes at its ends.
 * @returns `unknown` for one that names nothing, null for any other path.
 */
export function switchedSubject(path: string): PageSubject | 'unknown' | null {
  if (path !== SWITCH && !path.startsWith(`${SWITCH}/`)) return null;
  const name = path.slice(SWITCH.length + 1);
  const identifier = name.startsWith(CMS_PREFIX) ? name.slice(CMS_PREFIX.length) : '';
  if (identifier !== '') return { kind: 'cms', identifier };
  const [, kind, id] = NUMBERED.exec(name) ?? [];
  if (kind === 'product' || kind === 'category' || kind === 'post') return { kind, id: Number(id) };
  return 'unknown';
}
