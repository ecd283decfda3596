/** Base of the URLs that directives stand for. */
export interface DirectiveUrls {
  /** Of `{{media …}}`: a URL or a path, with a slash at its end. */
  media: string;
}

/** Longer ones name no file and no page. */
const MAX_DIRECTIVE_LENGTH = 1_000;
const WITH_URL = /^\s*(media|store)\s/;
/** As Maho's filter reads parameters: in quotes of either kind, or up to the next space. */
const URL_PARAMETER = /\s(direct_url|url)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']\S*))/;
/** What a URL may hold that is to stand in HTML, inside of quotes or outside of them. */
const UNSAFE = /[^\w/.~!$()*+,;:@%?#=&-]/gu;

/**
 * HTML in which `{{media url=…}}` and `{{store url=…}}` are the URLs they stand for, and all other `{{…}}` directives
 * that the backend has left unresolved are gone. As in Maho's own filter one ends at the next `}}`, whatever stands
 * between; one without an end is text.
 */
export function htmlWithoutDirectives(html: string, urls: DirectiveUrls): string {
  return replaced(
    html,
    (directive) => urlOf(directive, urls),
    (rest) => rest,
  );
}

/**
 * Plain text without directives. One without an end goes to the end of the text: an excerpt is cut after
 * 200 characters, wherever that is.
 */
export function textWithoutDirectives(text: string): string {
  return replaced(
    text,
    () => '',
    () => '',
  );
}

/** `textWithoutDirectives` where there is text. */
export function optionalText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textWithoutDirectives(text);
}

/** @param unended what becomes of a directive that has no end, with all that follows. */
function replaced(
  text: string,
  byText: (directive: string) => string,
  unended: (rest: string) => string,
): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('{{', from);
    if (start === -1) break;
    kept.push(text.slice(from, start));
    const end = text.indexOf('}}', start + 2);
    if (end === -1) return kept.join('') + unended(text.slice(start));
    kept.push(byText(text.slice(start + 2, end)));
    from = end + 2;
  }
  return kept.join('') + text.slice(from);
}

/** Source text of the URL that a directive stands for; '' for one that stands for none. */
function urlOf(directive: string, { media }: DirectiveUrls): string {
  if (directive.length > MAX_DIRECTIVE_LENGTH) return '';
  // An editor may have written the directive's own quotes as references, where it stands in an attribute.
  const source = directive.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
  const kind = WITH_URL.exec(source)?.[1];
  const [, parameter, ...values] = URL_PARAMETER.exec(source) ?? [];
  const url = values.find((value) => value !== undefined)?.trim();
  if (kind === undefined || url === undefined) return '';
  const path = url.replace(/^\/+/, '');
  if (kind === 'media') return path === '' || parameter === 'direct_url' ? '' : safe(media + path);
  // Maho ends the address of a route with a slash, so that something may follow.
  const isRoute = parameter === 'url' && path !== '' && !/[?#]|\/$/.test(path);
  return safe(`/${path}${isRoute ? '/' : ''}`);
}

function safe(url: string): string {
  const wellFormed = url.replace(/\p{Surrogate}/gu, '\ufffd');
  return wellFormed.replace(UNSAFE, encodeURIComponent).replaceAll('&', '&amp;');
}
