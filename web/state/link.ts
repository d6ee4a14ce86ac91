import { checksum, fromBase64, inflate, deflate, toBase64 } from './packing.ts';

/*
 * A model in a link: everything is behind the `#`, which browsers do not send to any server.
 *
 *   #n1=<base64url of: 4 bytes CRC-32 of what follows, then deflate-raw of JSON
 *        {"t": text, "s": seed, "y": years, "b": tab}>
 *
 * `n1` is the version; empty fields are left out. A link comes from a stranger: its size is bounded before and after
 * it is unpacked, and every field is checked.
 */

interface Shared {
  readonly text: string;
  /** Empty: the model's own. */
  readonly seed: string;
  /** 0: the model's own. */
  readonly years: number;
  /** Empty: wherever the page begins. */
  readonly tab: string;
}

type Decoded = ({ readonly ok: true } & Shared) | { readonly ok: false; readonly reason: string };

/**
 * `text`: as long as the model's reader takes; `bytes`: in UTF-8, with what JSON adds; `link`: what is unpacked at all.
 */
export const LINK_LIMITS = { link: 1_000_000, bytes: 2_000_000, text: 1 << 18, years: 1e9 } as const;

/** What chat programs and mail may cut. */
export const LONG_LINK = 8_000;

const REASONS = {
  none: 'There is no model in this link.',
  version:
    'This link was made by a newer version of nines than this page is. ' +
    'Reload the page, or ask for the model as a file.',
  cut:
    'This link is damaged: a part of it is missing or was changed on the way. Long links are sometimes cut by ' +
    'chat or mail programs; ask for the model as a file.',
  large: 'This link holds more than a model can be, so it was not opened.',
  content: 'This link unpacks, but what is in it is not a model.',
} as const;

export function isLink(hash: string): boolean {
  return /^#n\d+=/.test(hash);
}

export async function encodeLink({ text, seed, years, tab }: Shared): Promise<string> {
  const content = {
    t: text,
    ...(seed === '' ? {} : { s: seed }),
    ...(years === 0 ? {} : { y: years }),
    ...(tab === '' ? {} : { b: tab }),
  };
  const packed = await deflate(new TextEncoder().encode(JSON.stringify(content)));
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksum(packed));
  bytes.set(packed, 4);
  return `#n1=${toBase64(bytes)}`;
}

export async function decodeLink(hash: string): Promise<Decoded> {
  const found = /^#?n(\d+)=([A-Za-z0-9_%=-]*)/.exec(hash);
  if (found === null) return fail('none');
  if (found[1] !== '1') return fail('version');
  if (hash.length > LINK_LIMITS.link) return fail('large');
  if (found[0].length !== hash.length) return fail('cut');
  const bytes = fromBase64(found[2]);
  if (bytes === null || bytes.length < 5) return fail('cut');
  const packed = bytes.subarray(4);
  if (new DataView(bytes.buffer).getUint32(0) !== checksum(packed)) return fail('cut');
  const unpacked = await inflate(packed, LINK_LIMITS.bytes);
  if (unpacked === 'large') return fail('large');
  if (unpacked === 'damaged') return fail('cut');
  return read(unpacked);
}

function read(bytes: Uint8Array<ArrayBuffer>): Decoded {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('content');
  }
  if (typeof content !== 'object' || content === null) return fail('content');
  const { t: text, s: seed = '', y: years = 0, b: tab = '' } = content as Record<string, unknown>;
  if (typeof text !== 'string' || typeof seed !== 'string' || typeof years !== 'number' || typeof tab !== 'string')
    return fail('content');
  if (text.length > LINK_LIMITS.text) return fail('large');
  const fits =
    seed.length <= 64 && tab.length <= 32 && Number.isInteger(years) && years >= 0 && years <= LINK_LIMITS.years;
  return fits ? { ok: true, text, seed, years, tab } : fail('content');
}

function fail(why: keyof typeof REASONS): Decoded {
  return { ok: false, reason: REASONS[why] };
}
