/**
 * Draws every raster icon from static/icon.svg into static/icons/.
 * Run by hand (`npm run icons`) after the drawing changed; the results are committed.
 */
import { appleSplashScreenSizes } from '@vite-pwa/assets-generator/config';
import {
  generateFavicon,
  generateMaskableAsset,
  generateTransparentAsset
} from '@vite-pwa/assets-generator/api';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';

const OUT = new URL('../static/icons/', import.meta.url);
const PNG = { compressionLevel: 9, palette: true, effort: 10 };
const GROUND = '#35389a';
const PAPER = { light: '#faf7f1', dark: '#0c0c0d' };

/** Screens whose system still takes updates; older ones show a plain launch screen. */
const DEVICES = /^(iPhone (1[1-9]|Air|SE 4\.7|XS|XR)|iPad)/;

const rounded = await readFile(new URL('../static/icon.svg', import.meta.url), 'utf8');
const square = rounded.replace(/ rx="\d+"/, '');
const mark = rounded.replace(/\s*<rect id="ground"[^>]*>/, '');
/** One colour: the fold becomes an outline so that the note corner still reads. */
const monochrome = mark
  .replace(/fill="#f3b84a" stroke="#f3b84a"/, 'stroke="#fff" fill="none"')
  .replaceAll('#fffdf9', '#fff');
/** On paper the ink is the ground colour of the icon. */
const inked = mark.replaceAll('#fffdf9', GROUND);

/** @param {string} name @param {string | Uint8Array} data */
const write = (name, data) => writeFile(new URL(name, OUT), data);

/** @param {string} svg @param {number} size */
const plain = async (svg, size) =>
  (
    await generateTransparentAsset('png', Buffer.from(svg), size, {
      padding: 0,
      outputOptions: PNG
    })
  ).toBuffer();

/** @param {string} svg @param {{ width: number; height: number }} size @param {string} background @param {number} padding */
const onGround = async (svg, size, background, padding) =>
  (
    await generateMaskableAsset('png', Buffer.from(svg), size, {
      padding,
      resizeOptions: { fit: 'contain', background },
      outputOptions: PNG
    })
  ).toBuffer();

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });

await write('icon-192.png', await plain(rounded, 192));
await write('icon-512.png', await plain(rounded, 512));
await write('icon-maskable-512.png', await plain(square, 512));
await write('icon-monochrome-512.png', await plain(monochrome, 512));
await write('apple-touch-icon-180.png', await plain(square, 180));
await write('favicon.ico', await generateFavicon('png', await plain(rounded, 48)));

const sizes = new Map();
for (const [device, { width, height }] of Object.entries(appleSplashScreenSizes)) {
  if (!DEVICES.test(device)) continue;
  sizes.set(`${width}x${height}`, { width, height });
  if (device.startsWith('iPad')) sizes.set(`${height}x${width}`, { width: height, height: width });
}
for (const size of [
  [2064, 2752],
  [1668, 2420]
]) {
  const [width = 0, height = 0] = size;
  sizes.set(`${width}x${height}`, { width, height });
  sizes.set(`${height}x${width}`, { width: height, height: width });
}
for (const [name, size] of sizes) {
  await write(`splash-${name}.png`, await onGround(inked, size, PAPER.light, 0.6));
  await write(`splash-${name}-dark.png`, await onGround(mark, size, PAPER.dark, 0.6));
}
