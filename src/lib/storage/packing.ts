/** How a gzip file begins. */
const GZIP = [0x1f, 0x8b];

/**
 * Bytes as small as the browser can make them. As bytes again, not as a Blob: Safari keeps no Blob in the database of a private
 * window, nor does WebKitGTK in one under test.
 */
export async function pack(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return typeof CompressionStream === 'undefined'
    ? plain
    : through(plain, new CompressionStream('gzip'));
}

/**
 * The text again, however it was packed.
 *
 * @param most bytes that it may come to: a few can be packed so that they fill a device
 * @throws RangeError when there are more
 */
export async function unpack(file: Uint8Array<ArrayBuffer>, most = Infinity): Promise<string> {
  const isPacked = GZIP.every((byte, at) => file[at] === byte);
  const plain = isPacked ? await through(file, new DecompressionStream('gzip'), most) : file;
  return new TextDecoder().decode(plain);
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Infinity
): Promise<Uint8Array<ArrayBuffer>> {
  let length = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > most) throw new RangeError(`Unpacks to more than ${most} bytes`);
      controller.enqueue(chunk);
    }
  });
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(stream).pipeThrough(counted));
  return new Uint8Array(await packed.arrayBuffer());
}
