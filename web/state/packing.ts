/** Bytes packed with the platform's own deflate, and as text that a link may hold. */

type Bytes = Uint8Array<ArrayBuffer>;

export async function deflate(bytes: Bytes): Promise<Bytes> {
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  if (packed === 'large') throw new Error('no limit was given');
  return packed;
}

/**
 * What goes in is unpacked whole before anybody sees what came out: so much at a time, a thousand times that at most.
 */
const SLICE_BYTES = 1 << 10;

/** Stops as soon as more than `limit` bytes come out, however little went in. */
export async function inflate(packed: Bytes, limit: number): Promise<Bytes | 'large' | 'damaged'> {
  try {
    return await collect(slices(packed).pipeThrough(new DecompressionStream('deflate-raw')), limit);
  } catch {
    return 'damaged';
  }
}

/** A slice only when it is asked for. */
function slices(bytes: Bytes): ReadableStream<Bytes> {
  let at = 0;
  const pull = (controller: ReadableStreamDefaultController<Bytes>) => {
    if (at >= bytes.length) return controller.close();
    controller.enqueue(bytes.subarray(at, at + SLICE_BYTES));
    at += SLICE_BYTES;
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

async function collect(stream: ReadableStream<Bytes>, limit: number): Promise<Bytes | 'large'> {
  const reader = stream.getReader();
  const chunks: Bytes[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      return 'large';
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** base64url without padding (RFC 4648, section 5). */
export function toBase64(bytes: Bytes): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** null for what is none. Padding, plain or escaped by some program on the way, is taken as well. */
export function fromBase64(text: string): Bytes | null {
  try {
    const plain = text.replace(/%3D/gi, '').replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/');
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** CRC-32 (ISO 3309), to tell a link that was changed on the way: deflate alone has no checksum. */
export function checksum(bytes: Bytes): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
