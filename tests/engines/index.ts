import { browsers } from '../../scripts/browsers.js';
import { chromium } from './chromium';
import type { Engine } from './engine';
import { firefox } from './firefox';
import { webkit } from './webkit';

/** The engines that are installed here; `npm test` names the others as skipped. */
export function engines(): Engine[] {
  const installed = browsers();
  return [chromium, firefox, webkit].filter(({ name }) => installed[name] !== undefined);
}
