/** The token of an `Authorization: Bearer`; Basic is taken for the web server's own and ignored. */
export function bearerOf(authorization: string | null): string | undefined {
  return /^bearer\s+(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
}
