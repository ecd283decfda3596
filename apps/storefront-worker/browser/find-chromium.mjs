import { existsSync } from 'node:fs';

const VARIABLES = ['CHROMIUM_PATH', 'CHROME_PATH'];

/** Where installers put it. */
const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
};

/** How to get one, by platform. */
const INSTALL = {
  linux: 'install it (Debian: `apt-get install -y chromium`)',
  darwin: 'install it (`brew install --cask chromium`, or Google Chrome)',
  win32: 'install Google Chrome',
};

/**
 * Path of a Chromium or Chrome on this machine.
 *
 * @param {{ environment?: Record<string, string | undefined>, platform?: string, exists?: (path: string) => boolean }} [machine]
 * @returns {string}
 * @throws Error that says in a sentence what to install, or which variable is wrong.
 */
export function findChromium({
  environment = process.env,
  platform = process.platform,
  exists = existsSync,
} = {}) {
  for (const variable of VARIABLES) {
    const path = environment[variable];
    if (path === undefined || path === '') continue;
    if (exists(path)) return path;
    throw new Error(`${variable} names ${path}, but there is no file: correct it or unset it.`);
  }
  const found = (PLACES[platform] ?? PLACES.linux).find(exists);
  if (found !== undefined) return found;
  const install = INSTALL[platform] ?? INSTALL.linux;
  throw new Error(`No Chromium was found: ${install}, or name one in CHROMIUM_PATH.`);
}
