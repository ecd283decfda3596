/**
 * Gives URLs of the backend's own host one scheme. Maho builds media URLs with the scheme of whichever
 * request filled its cache, so the same picture may come as http and as https.
 */
export type BackendUrl = (url: string) => string;

/** @param apiUrl URL of the backend; its scheme is the one that URLs of its host get. */
export function backendUrl(apiUrl: string): BackendUrl {
  const { protocol, host } = new URL(apiUrl);
  return (url) => {
    const match = /^https?:\/\/([^/?#]+)(.*)$/s.exec(url);
    if (!match || match[1]?.toLowerCase() !== host) return url;
    return `${protocol}//${match[1]}${match[2] ?? ''}`;
  };
}

/** Applies `toUrl` where there is a URL. */
export function optionalUrl(toUrl: BackendUrl, url: string | null | undefined): string | undefined {
  return url ? toUrl(url) : undefined;
}
