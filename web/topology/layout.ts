import type { Model } from '../../src/model/model.ts';
import { cellKey, linkKey, placeKey, type Scene } from './elements.ts';
import { linksOf } from './order.ts';
import type { Cell, Place } from './places.ts';
import { across, down } from './arc.ts';

/** A place of something on the drawing, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LinkShape {
  readonly path: string;
  /** Where the eye and the focus go. */
  readonly x: number;
  readonly y: number;
}

/** Where everything stands. Areas by the elements' keys. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Services below one another instead of in columns: too narrow for columns. */
  readonly isStacked: boolean;
  readonly areas: ReadonlyMap<string, Area>;
  readonly links: ReadonlyMap<string, LinkShape>;
  /** Names of services before their members in stacked places. */
  readonly captions: readonly (Area & { readonly service: number; readonly key: string })[];
  /** The area of what lies outside all domains, which cannot be chosen. */
  readonly outside: (Area & { readonly name: string }) | null;
  /** Places whose name stands left of their members (others have it above), and how wide it may be. */
  readonly labelWidth: number;
}

export interface LayoutOptions {
  readonly width: number;
  /** Fingers: larger targets. */
  readonly isCoarse?: boolean;
  readonly isCompact?: boolean;
}

const NARROWEST_COLUMN = 78;
const WIDEST_COLUMN = 220;
/** From here on columns scroll rather than stack. */
const WIDE = 560;
const INDENT = 8;
const GAP = 6;
export const HEADER = 26;

/**
 * Services are columns, in the order of their dependence; domains are nested boxes across them. Everything follows
 * from names and structure alone, in the order in which they are written, so an edit moves little.
 */
export function layOut(model: Pick<Model, 'domains' | 'services'>, scene: Scene, { width, isCoarse = false, isCompact = false }: LayoutOptions): Layout {
  const levels = Math.max(1, ...scene.places.map(depthOf));
  const nameWidth = isCompact || width < WIDE ? 92 : 148;
  const gutter = levels * INDENT + nameWidth;
  const room = (width - gutter - levels * INDENT) / Math.max(1, scene.order.length);
  const isStacked = room < NARROWEST_COLUMN && width < WIDE;
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, Math.floor(room)));
  const pitch = isCompact ? 20 : isCoarse ? 36 : 26;
  const line = isCompact ? 22 : isCoarse ? 44 : 28;
  const head = isCompact ? 36 : 54;
  const captionWidth = 84;

  const areas = new Map<string, Area>();
  const links = new Map<string, LinkShape>();
  const captions: (Area & { service: number; key: string })[] = [];
  let outside: Layout['outside'] = null;
  const rank = new Map(scene.order.map((service, i) => [service, i]));
  const full = isStacked ? width : gutter + scene.order.length * column + levels * INDENT;
  const spans = linksOf(model).map((link) => Math.abs(rank.get(link.from)! - rank.get(link.to)!));
  const reach = spans.length === 0 ? 0 : Math.min(64, 20 + 11 * Math.max(...spans));

  /** Members of a cell from (x, y) on, within the width; returns the height taken. */
  const placeCell = (place: Place, cell: Cell, x: number, y: number, room: number): number => {
    if (cell.isCollapsed) {
      areas.set(cellKey(place, cell.service), { x, y, width: Math.min(room, 72), height: line });
      return line;
    }
    const perLine = Math.max(1, Math.floor(room / pitch));
    cell.members.forEach((member, i) => {
      areas.set(`member:${member}`, { x: x + (i % perLine) * pitch, y: y + Math.floor(i / perLine) * line, width: pitch, height: line });
    });
    return Math.ceil(cell.members.length / perLine) * line;
  };
  const columnX = (service: number) => gutter + rank.get(service)! * column;

  /** Members directly in the place; returns the height taken. */
  const placeCells = (place: Place, x: number, y: number, w: number): number => {
    // A member's left edge stands under its service's name.
    const inset = 8 - (pitch / 2 - (isCompact ? 6 : 8.5));
    if (!isStacked) return Math.max(0, ...place.cells.map((cell) => placeCell(place, cell, columnX(cell.service) + inset, y, column - 4)));
    let taken = 0;
    for (const cell of place.cells) {
      captions.push({ x: x + 10, y: y + taken, width: captionWidth, height: line, service: cell.service, key: `${placeKey(place)}:${cell.service}` });
      taken += placeCell(place, cell, x + 10 + captionWidth, y + taken, w - 20 - captionWidth);
    }
    return taken;
  };
  const placeBox = (place: Place, x: number, y: number, w: number): number => {
    const namesLeft = !isStacked && place.children.length === 0;
    const least = isCompact ? 26 : 42;
    // Members of a row as low as a name with its kind stand in its middle.
    let inner = namesLeft ? Math.max(4, (least - line) / 2) : HEADER;
    inner += placeCells(place, x, y + inner, w);
    if (namesLeft) inner = Math.max(inner + 4, least);
    else if (place.cells.length > 0) inner += GAP;
    for (const child of place.children) inner += placeBox(child, x + INDENT, y + inner, w - 2 * INDENT) + GAP;
    if (place.children.length > 0) inner += INDENT - GAP;
    const area = { x, y, width: w, height: inner };
    areas.set(placeKey(place), area);
    if (place.domain < 0) outside = { ...area, name: place.name };
    return inner;
  };

  let y = 2;
  if (isStacked) {
    for (const service of scene.order) {
      areas.set(`service:${service}`, { x: 1, y, width: width - reach - 2, height: 44 });
      y += 44 + GAP;
    }
    y += GAP;
  } else {
    // The top of an arc is three quarters of the way to its control points.
    y += reach * 0.76;
    for (const service of scene.order) areas.set(`service:${service}`, { x: columnX(service) - 4, y, width: column - 6, height: head });
    y += head + 12;
  }
  for (const link of linksOf(model)) {
    const [from, to] = [areas.get(`service:${link.from}`)!, areas.get(`service:${link.to}`)!];
    const span = Math.abs(rank.get(link.from)! - rank.get(link.to)!);
    const height = Math.min(reach - 4, 16 + 11 * span);
    links.set(linkKey(link), isStacked ? down(from, to, height) : across(from, to, height));
  }
  for (const place of scene.places) y += placeBox(place, 1, y, full - 2) + GAP + 2;
  return { width: full, height: y, isStacked, areas, links, captions, outside, labelWidth: nameWidth };
}

function depthOf(place: Place): number {
  return 1 + Math.max(0, ...place.children.map(depthOf));
}
