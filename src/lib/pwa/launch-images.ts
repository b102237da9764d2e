import { base } from '$lib/i18n/paths';

/** The smallest side of an iPad; iPhones show their launch image upright alone. */
const IPAD_POINTS = 744;

/** iOS reads the launch image when the app is put on the home screen: only those of this very screen are named. */
export function addLaunchImages(): void {
  if (document.querySelector('link[rel="apple-touch-startup-image"]')) return;
  const short = Math.min(screen.width, screen.height);
  const long = Math.max(screen.width, screen.height);
  const ways: [orientation: string, width: number, height: number][] = [['portrait', short, long]];
  if (short >= IPAD_POINTS) ways.push(['landscape', long, short]);
  const pixels = (points: number) => Math.round(points * devicePixelRatio);

  for (const [orientation, width, height] of ways) {
    for (const [scheme, suffix] of [
      ['light', ''],
      ['dark', '-dark']
    ]) {
      const link = document.createElement('link');
      link.rel = 'apple-touch-startup-image';
      link.media = `(orientation: ${orientation}) and (prefers-color-scheme: ${scheme})`;
      link.href = `${base}/icons/splash-${pixels(width)}x${pixels(height)}${suffix}.png`;
      document.head.append(link);
    }
  }
}
