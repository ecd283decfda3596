import type { Child } from 'hono/jsx';

export interface StatusDocumentProps {
  title: string;
  /** One sentence below the title. */
  lead: string;
  /** More for the head. */
  head?: Child;
  children: Child;
}

/** The frame of the pages for people who run the deployment. */
export function StatusDocument({ title, lead, head, children }: StatusDocumentProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Maho Storefront – ${title}`}</title>
        <link rel="stylesheet" href="/status.css" />
        {head}
      </head>
      <body>
        <header>
          <h1>Maho Storefront</h1>
          <p>{lead}</p>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
