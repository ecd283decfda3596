import type { PageAssets } from './shop.js';

/** The built files, as the generated module names them. */
export interface AssetFiles {
  /** Theme → address of its stylesheet. */
  stylesheets: Readonly<Record<string, string>>;
  defaultTheme: string;
  script: string;
  /** Of the page for people who run the sync. */
  dashboardScript: string;
}

/**
 * The files that pages link.
 *
 * @throws RangeError when the default theme has no stylesheet: the build is broken.
 */
export function pageAssets({
  stylesheets,
  defaultTheme,
  script,
}: Omit<AssetFiles, 'dashboardScript'>): PageAssets {
  const known = new Map(Object.entries(stylesheets));
  const fallback = known.get(defaultTheme);
  if (fallback === undefined) throw new RangeError(`The theme “${defaultTheme}” has no stylesheet.`);
  return { stylesheet: (theme) => known.get(theme ?? defaultTheme) ?? fallback, script };
}
