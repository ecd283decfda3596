import { contentHtml } from '../../records/html/content-html.js';
import { visibleText } from '../../testing/parsed-html.js';
import { SHOP_URL } from './backend-answers.js';

const sanitise = contentHtml({ backendOrigins: [SHOP_URL] });

/** HTML of the backend as it must stand in KV; undefined for what is no text. */
export function toHtml(html: unknown): string | undefined {
  return typeof html === 'string' ? sanitise(html) : undefined;
}

/** What a reader sees of HTML, by a parser of its own. */
export function textOf(html: unknown): string {
  return typeof html === 'string' ? visibleText(html).replace(/\s+/g, ' ').trim() : '';
}
