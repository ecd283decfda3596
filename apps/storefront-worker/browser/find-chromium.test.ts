import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.mjs';

const nothing = { environment: {}, platform: 'linux', exists: () => false };

describe('findChromium', () => {
  it('prefers what CHROMIUM_PATH names, then CHROME_PATH', () => {
    const machine = { ...nothing, exists: () => true };
    const environment = { CHROMIUM_PATH: '/opt/chromium', CHROME_PATH: '/opt/chrome' };
    expect(findChromium({ ...machine, environment })).toBe('/opt/chromium');
    expect(findChromium({ ...machine, environment: { CHROME_PATH: '/opt/chrome' } })).toBe('/opt/chrome');
  });

  it('takes no other browser than the one that is named', () => {
    const environment = { CHROMIUM_PATH: '/opt/gone' };
    const exists = (path: string) => path !== '/opt/gone';
    expect(() => findChromium({ ...nothing, environment, exists })).toThrow(
      'CHROMIUM_PATH names /opt/gone, but there is no file',
    );
  });

  it.each([
    ['linux', '/usr/bin/google-chrome'],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ])('looks where installers of %s put it', (platform, place) => {
    expect(findChromium({ environment: {}, platform, exists: (path: string) => path === place })).toBe(place);
  });

  it.each([
    ['linux', 'apt-get install -y chromium'],
    ['darwin', 'brew install --cask chromium'],
    ['win32', 'install Google Chrome'],
  ])('says what to install on %s', (platform, advice) => {
    expect(() => findChromium({ ...nothing, platform })).toThrow(advice);
  });
});
