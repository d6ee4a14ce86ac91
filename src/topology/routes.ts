import type { Model } from '../model/model.ts';
import { linkName } from '../model/network.ts';
import type { Area, LinkShape } from './area.ts';
import type { Place } from './places.ts';

/** All links between the same two domains, drawn as one line. */
export interface Route {
  /** As in causes and experiments: `eu-west-1--us-east-1`. */
  readonly name: string;
  /** Indices of its links; it is cut while each of them is. */
  readonly links: readonly number[];
  /** Where it ends. */
  readonly ends: readonly [Place, Place];
  /** How far right of the boxes it runs, 0 next to them, so that none lies on another. */
  readonly lane: number;
}

/** More lie on each other. */
const MOST_LANES = 5;
const LANE = 22;

/** In the order in which they are written; none whose ends are drawn as one box. */
export function routesOf(model: Pick<Model, 'domains' | 'links'>, places: readonly Place[]): Route[] {
  if (model.links.length === 0) return [];
  const drawn: { readonly place: Place; readonly rank: number }[] = [];
  let rank = 0;
  const visit = (place: Place) => {
    const at = { place, rank: rank++ };
    for (const domain of [place.domain, ...place.folded]) if (domain >= 0) drawn[domain] = at;
    place.children.forEach(visit);
  };
  places.forEach(visit);
  const between = new Map<string, number[]>();
  model.links.forEach((link, i) => {
    const key = [...link.between].sort((a, b) => a - b).join();
    between.set(key, [...(between.get(key) ?? []), i]);
  });
  const spans = [...between.values()].flatMap((links) => {
    const link = model.links[links[0]];
    const [a, b] = link.between.map((domain) => drawn[domain]);
    if (a.place === b.place) return [];
    const [from, to] = [Math.min(a.rank, b.rank), Math.max(a.rank, b.rank)];
    return [{ name: linkName(model, link), links, ends: [a.place, b.place] as const, from, to }];
  });
  // The shortest nearest to the boxes.
  const lanes: (readonly { readonly from: number; readonly to: number }[])[] = [];
  const laneOf = new Map<string, number>();
  for (const span of [...spans].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const free = lanes.findIndex((taken) => taken.every(({ from, to }) => to < span.from || from > span.to));
    const lane = Math.min(MOST_LANES - 1, free < 0 ? lanes.length : free);
    lanes[lane] = [...(lanes[lane] ?? []), span];
    laneOf.set(span.name, lane);
  }
  return spans.map(({ name, links, ends }) => ({ name, links, ends, lane: laneOf.get(name)! }));
}

/** Room that they take right of the boxes, pixels. */
export function roomFor(routes: readonly Route[]): number {
  return routes.reduce((room, { lane }) => Math.max(room, 10 + (lane + 1) * LANE), 0);
}

/** From the one box's right edge out and back to the other's. @param right of the outermost boxes */
export function around([a, b]: readonly [Area, Area], lane: number, right: number): LinkShape {
  const heightIn = ({ y, height }: Area) => Math.round(y + Math.min(height / 2, 13 + 8 * lane));
  const x = right + (lane + 0.5) * LANE;
  const [upper, lower] = heightIn(a) < heightIn(b) ? [a, b] : [b, a];
  const [top, bottom] = [heightIn(upper), heightIn(lower)];
  const path =
    `M${upper.x + upper.width},${top}H${x - 6}Q${x},${top} ${x},${top + 6}` +
    `V${bottom - 6}Q${x},${bottom} ${x - 6},${bottom}H${lower.x + lower.width}`;
  return { path, x, y: (top + bottom) / 2 };
}
