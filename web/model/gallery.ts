import { signal } from '@preact/signals';
import { nameOf } from '../text/name.ts';

/** A model of the gallery. */
export interface GalleryModel {
  /** Without its ending: `web-shop`, `dr/pilot-light`. */
  readonly file: string;
  readonly group: GalleryGroup;
  readonly name: string;
  /** What it answers: its first line. */
  readonly question: string;
  readonly text: string;
}

type GalleryGroup = 'Architectures' | 'People and planned work' | 'Disaster recovery';

const FOLDER = '../../models/';
const FILES = import.meta.glob<string>(['../../models/*.yaml', '../../models/dr/*.yaml'], {
  query: '?raw',
  import: 'default',
});

/** From the simple to the involved; a model not named here comes last in its group. */
const ORDER = [
  ...[
    'single-server',
    'stateless-three-zones',
    'web-shop',
    'multi-az-database',
    'two-region-web-shop',
    'patroni',
    'patroni-two-data-centres',
    'galera-pair',
    'redis-sentinel',
    'cassandra-quorum-reads',
    'kafka-min-insync-replicas',
    'kubernetes-deployment',
    'kubernetes-zone-goes',
    'region-at-eight',
    'everything-forgotten',
  ],
  ...[
    'dr/backup-restore',
    'dr/pilot-light',
    'dr/warm-standby',
    'dr/active-active',
    'dr/sync-and-async',
    'dr/backup-policies',
    'dr/untested-backup',
    'dr/on-call-at-night',
  ],
];

/** Models of people and planned work, in their order. */
const OPERATIONS = [
  'second-on-call',
  'office-hours',
  'spare-on-the-shelf',
  'weekly-deploys',
  'disruption-budget',
  'broken-standby',
  'four-nines-and-credits',
  'kubernetes-in-operation',
];

const GROUPS: readonly GalleryGroup[] = ['Architectures', 'People and planned work', 'Disaster recovery'];

export const GALLERY_FILES: readonly string[] = Object.keys(FILES)
  .map((path) => path.slice(FOLDER.length, -'.yaml'.length))
  .sort((a, b) => GROUPS.indexOf(groupOf(a)) - GROUPS.indexOf(groupOf(b)) || rank(a) - rank(b) || (a < b ? -1 : 1));

/** Loaded once somebody looks at it; empty until then. */
export const gallery = signal<readonly GalleryModel[]>([]);

export async function loadModel(file: string): Promise<GalleryModel | null> {
  const load = FILES[`${FOLDER}${file}.yaml`];
  if (load === undefined) return null;
  const text = await load();
  return {
    file,
    group: groupOf(file),
    name: nameOf(text),
    question: questionOf(text),
    text,
  };
}

export async function loadGallery(): Promise<readonly GalleryModel[]> {
  if (gallery.peek().length === 0) {
    const loaded = await Promise.all(GALLERY_FILES.map((file) => loadModel(file)));
    gallery.value = loaded.filter((each) => each !== null);
  }
  return gallery.peek();
}

/** The gallery in its groups, as far as they have models. */
export function byGroup(
  models: readonly GalleryModel[],
): readonly { readonly group: GalleryGroup; readonly models: readonly GalleryModel[] }[] {
  const groups = [...new Set(models.map(({ group }) => group))];
  return groups.map((group) => ({ group, models: models.filter((each) => each.group === group) }));
}

/** The question that a model's first comment asks, over as many lines as it takes. */
function questionOf(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const said = /^#\s*(.*\S)?\s*$/.exec(line)?.[1];
    if (said === undefined) break;
    lines.push(said);
    if (said.endsWith('?')) break;
  }
  return lines.join(' ');
}

function groupOf(file: string): GalleryGroup {
  if (file.startsWith('dr/')) return 'Disaster recovery';
  return OPERATIONS.includes(file) ? 'People and planned work' : 'Architectures';
}

function rank(file: string): number {
  const order = OPERATIONS.includes(file) ? OPERATIONS : ORDER;
  const at = order.indexOf(file);
  return at < 0 ? order.length : at;
}
