import type { Findings } from '$lib/core/classifier/findings';
import { validate } from '$lib/core/classifier/validate';
import { MARK } from './share-mark';

/** Far above any findings; what unpacks to more is refused before it fills the memory. */
const MOST_BYTES = 65_536;

export type Opened = { ok: true; findings: Findings } | { ok: false };

/** The findings as a URL fragment, which no browser sends to a server. */
export async function fragmentOf(findings: Findings): Promise<string> {
  const json = new Blob([JSON.stringify(findings)]).stream();
  const packed = await bytesOf(json.pipeThrough(new CompressionStream('deflate-raw')));
  const base64 = btoa(String.fromCharCode(...packed));
  return MARK + base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The findings of a fragment, checked like any other input. */
export async function findingsOf(fragment: string): Promise<Opened> {
  try {
    const base64 = fragment.slice(MARK.length).replace(/-/g, '+').replace(/_/g, '/');
    const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const json = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return checked(JSON.parse(new TextDecoder().decode(await bytesOf(json))));
  } catch {
    return { ok: false };
  }
}

/** Findings from outside the page, checked like any other input. */
export function checked(value: unknown): Opened {
  const validated = validate(value);
  return validated.ok ? { ok: true, findings: validated.findings } : { ok: false };
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('More than findings can be');
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
