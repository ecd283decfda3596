/** Ends with code 1 and one sentence where there is no browser: told before anything is built for it. */
import { findChromium } from './find-chromium.mjs';

try {
  findChromium();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
