import { EmptyState } from '../../components/empty-state.js';
import { localeTag } from '../../formatting/locale-tag.js';
import { textsOf } from '../../formatting/texts/index.js';
import { documentText } from '../document-text.js';

export interface ErrorDocumentOptions {
  /** Address of a stylesheet; the page reads well without one. */
  stylesheet?: string | undefined;
  /** Maho's form of the locale, if anything is known of the shopper's language. */
  locale?: string | undefined;
  title?: string | undefined;
  hint?: string | undefined;
}

/** A whole document for a request whose store is unknown or not synced yet: needs no record at all. */
export function errorDocument({ stylesheet, locale = 'en', title, hint }: ErrorDocumentOptions = {}): string {
  const texts = textsOf(locale);
  const heading = title ?? texts.errorTitle;
  return documentText(
    <html lang={localeTag(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{heading}</title>
        {stylesheet !== undefined && <link rel="stylesheet" href={stylesheet} />}
      </head>
      <body>
        <main class="page-width">
          <EmptyState icon="box" titleAs="h1" title={heading} hint={hint ?? texts.errorHint}>
            <a class="btn btn-primary" href="/">
              {texts.backToShop}
            </a>
          </EmptyState>
        </main>
      </body>
    </html>,
  );
}
