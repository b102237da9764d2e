/** How a gzip file begins. */
const GZIP = [0x1f, 0x8b];

/** A text as small as the browser can make it. */
export async function pack(text: string): Promise<Blob> {
  const plain = new Blob([text]);
  if (typeof CompressionStream === 'undefined') return plain;
  return through(plain, new CompressionStream('gzip'));
}

/** The text again, however it was packed. */
export async function unpack(file: Blob): Promise<string> {
  const start = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  const isPacked = GZIP.every((byte, at) => start[at] === byte);
  return (isPacked ? await through(file, new DecompressionStream('gzip')) : file).text();
}

function through(file: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> {
  return new Response(file.stream().pipeThrough(stream)).blob();
}
