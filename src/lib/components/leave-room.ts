import { whenIdle } from '$lib/state/idle';

/**
 * Keeps, as a custom property of the page, how high something is that lies over its end. Told by an observer, as reading a height
 * would make the browser lay out the page at once; and not among the first things, as every element is styled anew for it.
 *
 * @param property such as `--nav-height`
 * @returns what ends it
 */
export function leaveRoomFor(element: Element, property: string): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(([seen]) => {
    const height = seen?.borderBoxSize[0]?.blockSize;
    if (height) style.setProperty(property, `${height}px`);
  });
  let isEnded = false;
  whenIdle(() => {
    if (!isEnded) observer.observe(element);
  });
  return () => {
    isEnded = true;
    observer.disconnect();
    style.removeProperty(property);
  };
}
