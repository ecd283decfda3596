import { writtenAttributes } from './attribute-rules.js';
import { type ContentUrls, contentUrls } from './content-url.js';
import { type DirectiveUrls, htmlWithoutDirectives } from './directives.js';
import { writtenName } from './element-rules.js';
import { type HtmlToken, htmlTokens } from './html-tokens.js';
import { OpenElements } from './open-elements.js';

export interface ContentHtmlOptions {
  /** URLs of the backend; only their hosts count. */
  backendOrigins: readonly string[];
  /** Where the backend's `{{media …}}` leads, with a slash at its end; `/media/` where it is not given. */
  mediaUrl?: string | undefined;
}

/** Makes HTML of the backend fit to stand in a page. Absent stays absent. */
export interface ContentHtml {
  (html: string): string;
  (html: string | undefined): string | undefined;
}

/**
 * A sanitiser for HTML that the backend's editors wrote. It keeps elements and attributes of an allow-list,
 * resolves directives that name a file or a page and drops all others, and leads links and pictures of the backend to
 * the storefront. What it gives is closed in itself: no tag of it ends an element of the page around it.
 *
 * Applied twice it gives the same as once. It never throws, and takes linear time.
 *
 * @throws TypeError for an origin that is no URL.
 *
 * @example
 * const toHtml = contentHtml({ backendOrigins: ['https://shop.example'] });
 * toHtml('<a href="http://shop.example/lamps.html" onclick="x()">Lamps'); // <a href="/lamps">Lamps</a>
 */
export function contentHtml({ backendOrigins, mediaUrl = '/media/' }: ContentHtmlOptions): ContentHtml {
  const urls = contentUrls(new Set(backendOrigins.map((origin) => new URL(origin).host)));
  function toHtml(html: string): string;
  function toHtml(html: string | undefined): string | undefined;
  function toHtml(html: string | undefined): string | undefined {
    return html === undefined ? undefined : sanitised(html, urls, { media: mediaUrl });
  }
  return toHtml;
}

function sanitised(html: string, urls: ContentUrls, directives: DirectiveUrls): string {
  const parts: string[] = [];
  const elements = new OpenElements((markup) => parts.push(markup));
  // Browsers drop NUL, and take what stands around it for one name.
  for (const token of htmlTokens(htmlWithoutDirectives(html.replaceAll('\0', ''), directives))) {
    if (token.kind === 'start') start(elements, token, urls);
    else if (token.kind === 'end') elements.close(token.name);
    else if (!elements.isHidden) parts.push(token.text.replaceAll('<', '&lt;'));
  }
  elements.closeAll();
  // Braces that come together here, or had no end, look the same but are never taken for a directive.
  return parts.join('').replaceAll('{{', '{&#123;');
}

type StartToken = Extract<HtmlToken, { kind: 'start' }>;

function start(elements: OpenElements, { name, attributes }: StartToken, urls: ContentUrls): void {
  const written = writtenName(name);
  if (written === undefined) return;
  if (written === null) {
    elements.hide(name);
    return;
  }
  const kept = writtenAttributes(written, attributes, urls);
  if (kept === null) return;
  elements.open(name, written, [...kept].map(([attribute, value]) => ` ${attribute}="${value}"`).join(''));
}
