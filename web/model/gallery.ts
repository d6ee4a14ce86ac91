import { signal } from '@preact/signals';
import { nameOf } from './name.ts';

/** A model of the gallery. */
export interface GalleryModel {
  /** Without its ending: `web-shop`. */
  readonly file: string;
  readonly name: string;
  /** What it answers: its first line. */
  readonly question: string;
  readonly text: string;
}

const FILES = import.meta.glob<string>('../../models/*.yaml', { query: '?raw', import: 'default' });

/** From the simple to the involved; a model not named here comes last. */
const ORDER = ['single-server', 'stateless-three-zones', 'web-shop', 'multi-az-database', 'two-region-web-shop', 'patroni', 'kubernetes-deployment', 'everything-forgotten'];

export const GALLERY_FILES: readonly string[] = Object.keys(FILES)
  .map((path) => /([^/]+)\.yaml$/.exec(path)?.[1] ?? path)
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

/** Loaded once somebody looks at it; empty until then. */
export const gallery = signal<readonly GalleryModel[]>([]);

export async function loadModel(file: string): Promise<GalleryModel | null> {
  const load = FILES[`../../models/${file}.yaml`];
  if (load === undefined) return null;
  const text = await load();
  return { file, name: nameOf(text), question: questionOf(text), text };
}

export async function loadGallery(): Promise<readonly GalleryModel[]> {
  if (gallery.peek().length === 0) {
    const loaded = await Promise.all(GALLERY_FILES.map((file) => loadModel(file)));
    gallery.value = loaded.filter((each) => each !== null);
  }
  return gallery.peek();
}

/** The question that a model's first comment asks, over as many lines as it takes. */
export function questionOf(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const said = /^#\s*(.*\S)?\s*$/.exec(line)?.[1];
    if (said === undefined) break;
    lines.push(said);
    if (said.endsWith('?')) break;
  }
  return lines.join(' ');
}

function rank(file: string): number {
  const at = ORDER.indexOf(file);
  return at < 0 ? ORDER.length : at;
}
