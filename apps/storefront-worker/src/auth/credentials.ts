/** The secret of an `Authorization: Bearer …` header, or null where there is none. */
export function bearerSecret(request: Request): string | null {
  const match = /^Bearer +(\S.*)$/i.exec(request.headers.get('authorization')?.trim() ?? '');
  return match?.[1] ?? null;
}

/** The secret of a JSON body, or null where there is none. */
export function bodySecret(body: Readonly<Record<string, unknown>>): string | null {
  const secret = body.secret;
  return typeof secret === 'string' ? secret : null;
}
