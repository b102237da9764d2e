import { chromium } from '@playwright/test';
import { launch as launchRaw } from 'puppeteer-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/browsers.js';

/** How much slower than this machine the phone is taken to be. */
export const SLOWED = 4;

/** A browser that keeps what was installed. @param {string} profile */
export function launch(profile) {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: CHROMIUM_FLAGS,
    viewport: { width: 390, height: 844 }
  });
}

/**
 * Opens a page in a browser that was just started, the CPU slowed, and asks it for one promise. Nothing of the driver runs in
 * the page: its own scripts, and what V8 does for an inspector that listens, would be counted as the page's.
 *
 * @template Answer
 * @param {string} profile
 * @param {string} url
 * @param {string} before script that runs before those of the page
 * @param {string} question expression that gives a promise
 * @returns {Promise<Answer>}
 */
export async function openOnce(profile, url, before, question) {
  const browser = await launchRaw({
    executablePath: chromiumPath(),
    args: CHROMIUM_FLAGS,
    userDataDir: profile,
    defaultViewport: null
  });
  try {
    const target = await browser.waitForTarget((each) => each.type() === 'page');
    const session = await target.createCDPSession();
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 390,
      height: 844,
      deviceScaleFactor: 1,
      mobile: false
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: before });
    await session.send('Page.navigate', { url });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: question,
      awaitPromise: true,
      returnByValue: true
    });
    if (exceptionDetails) throw new Error(`${url}: ${exceptionDetails.text}`);
    return result.value;
  } finally {
    await browser.close();
  }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
