import type { Model } from '../model/model.ts';
import { cellKey, linkKey, placeKey, routeKey, type Scene } from './elements.ts';
import type { ServiceLink } from './order.ts';
import type { Cell, Place } from './places.ts';
import { textWidth } from './fit.ts';
import { around, roomFor } from './routes.ts';
import { across, between, down } from './arc.ts';
import type { Area, LinkShape } from './area.ts';

/** Where everything stands. Areas by the elements' keys. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Services below one another instead of in columns: too narrow for columns. */
  readonly isStacked: boolean;
  readonly areas: ReadonlyMap<string, Area>;
  /** Between services, and between places. */
  readonly links: ReadonlyMap<string, LinkShape>;
  /** Names of services before their members in stacked places. */
  readonly captions: readonly (Area & { readonly service: number; readonly key: string })[];
  /** The area of what lies outside all domains, which cannot be chosen. */
  readonly outside: (Area & { readonly name: string }) | null;
  /** Places whose name stands left of their members (others have it above), and how wide it may be. */
  readonly labelWidth: number;
}

interface LayoutOptions {
  readonly width: number;
  /** Fingers: larger targets. */
  readonly isCoarse?: boolean;
  readonly isCompact?: boolean;
}

const NARROWEST_NAMES = 92;
const WIDEST_NAMES = 200;
const NARROWEST_COLUMN = 78;
const WIDEST_COLUMN = 320;
/** From here on columns scroll rather than stack. */
const WIDE = 560;
const INDENT = 8;
const GAP = 6;
const HEADER = 26;
const CAPTION_WIDTH = 84;
/** Height of a service where services are rows. */
const ROW = 44;

/** Room for the longest name that stands left of its members, and for its kind with a time. */
function nameWidthOf(places: readonly Place[]): number {
  const widest = ({ domain, label, kind, children }: Place): number =>
    Math.max(textWidth(label, 13), domain < 0 ? 0 : textWidth(`${kind} · 888 min a year`), ...children.map(widest));
  return Math.min(WIDEST_NAMES, Math.max(NARROWEST_NAMES, Math.ceil(20 + Math.max(0, ...places.map(widest)))));
}

interface Sizes {
  /** What there is, and what is taken: columns may scroll. */
  readonly width: number;
  readonly full: number;
  readonly isStacked: boolean;
  readonly isCompact: boolean;
  readonly nameWidth: number;
  /** Left of all columns. */
  readonly gutter: number;
  readonly column: number;
  /** Between members, from line to line, and of a service's head. */
  readonly pitch: number;
  readonly line: number;
  readonly head: number;
}

function sizesOf(scene: Scene, { width, isCoarse = false, isCompact = false }: LayoutOptions): Sizes {
  const levels = Math.max(1, ...scene.places.map(depthOf));
  const nameWidth = isCompact || width < WIDE ? NARROWEST_NAMES : nameWidthOf(scene.places);
  const gutter = levels * INDENT + nameWidth;
  const room = (width - gutter - levels * INDENT) / Math.max(1, scene.columns);
  const isStacked = room < NARROWEST_COLUMN && width < WIDE;
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, Math.floor(room)));
  return {
    width,
    full: isStacked ? width : gutter + scene.columns * column + levels * INDENT,
    isStacked,
    isCompact,
    nameWidth,
    gutter,
    column,
    pitch: isCompact ? 20 : isCoarse ? 36 : 26,
    line: isCompact ? 22 : isCoarse ? 44 : 28,
    head: isCompact ? 36 : 54,
  };
}

/**
 * Services are columns, in the order of their dependence; domains are nested boxes across them. Copies of a service in
 * several sites share a column, each at its head within its site. Everything follows from names and structure alone, in
 * the order in which they are written, so an edit moves little.
 */
export function layOut(model: Pick<Model, 'domains' | 'services'>, scene: Scene, options: LayoutOptions): Layout {
  const room = roomFor(scene.routes);
  const sizes = sizesOf(scene, { ...options, width: options.width - room });
  const { width, full, isStacked } = sizes;
  const rows = new Rows(scene, isStacked);
  const placer = new Placer(model, scene, sizes, rows);
  let y = 2;
  y += placer.placeServices(scene.order, 1, y, width - 2) + (isStacked ? GAP : 12);
  for (const place of scene.places) y += placer.placeBox(place, 1, y, full - 2) + GAP + 2;
  const { areas, captions, outside } = placer;
  const links = new Map(scene.links.map((link) => [linkKey(link), shapeOf(link, areas, rows, sizes)]));
  for (const route of scene.routes) {
    const [a, b] = route.ends.map((place) => areas.get(placeKey(place))!);
    links.set(routeKey(route), around([a, b], route.lane, full));
  }
  return { width: full + room, height: y, isStacked, areas, links, captions, outside, labelWidth: sizes.nameWidth };
}

function shapeOf(link: ServiceLink, areas: ReadonlyMap<string, Area>, rows: Rows, sizes: Sizes): LinkShape {
  const { width, isStacked } = sizes;
  const [from, to] = [areas.get(`service:${link.from}`)!, areas.get(`service:${link.to}`)!];
  if (rows.isWithin(link)) {
    const height = Math.min(rows.reachOf(link.from) - 4, 16 + 11 * rows.spanOf(link));
    return isStacked ? down(from, to, height) : across(from, to, height);
  }
  const room = width - 4 - Math.max(from.x + from.width, to.x + to.width);
  return isStacked ? down(from, to, Math.max(0, Math.min(12, room))) : between(from, to);
}

/** Which services stand in one row, and how much room the arcs between them need. */
class Rows {
  private readonly stands: ReadonlyMap<number, { readonly row: number; readonly rank: number }>;
  private readonly reaches: readonly number[];

  constructor(
    private readonly scene: Scene,
    private readonly isStacked: boolean,
  ) {
    const rows = rowsOf(scene);
    this.stands = new Map(rows.flatMap((services, row) => services.map((service, rank) => [service, { row, rank }])));
    this.reaches = rows.map((_, row) => {
      const within = scene.links.filter((link) => this.isWithin(link) && this.stands.get(link.from)!.row === row);
      const spans = within.map((link) => this.spanOf(link));
      return spans.length === 0 ? 0 : Math.min(64, 20 + 11 * Math.max(...spans));
    });
  }

  isWithin({ from, to }: ServiceLink): boolean {
    return this.stands.get(from)!.row === this.stands.get(to)!.row;
  }

  spanOf({ from, to }: ServiceLink): number {
    const { stands, isStacked } = this;
    const { column } = this.scene;
    return Math.abs(isStacked ? stands.get(from)!.rank - stands.get(to)!.rank : column[from] - column[to]);
  }

  reachOf(service: number | undefined): number {
    return service === undefined ? 0 : this.reaches[this.stands.get(service)!.row];
  }
}

/** Puts boxes, members and services where they stand. */
class Placer {
  readonly areas = new Map<string, Area>();
  readonly captions: (Area & { service: number; key: string })[] = [];
  outside: Layout['outside'] = null;

  constructor(
    private readonly model: Pick<Model, 'domains' | 'services'>,
    private readonly scene: Scene,
    private readonly sizes: Sizes,
    private readonly rows: Rows,
  ) {}

  private columnX(service: number): number {
    return this.sizes.gutter + this.scene.column[service] * this.sizes.column;
  }

  /** Members of a cell from (x, y) on, within the width; returns the height taken. */
  private placeCell(place: Place, cell: Cell, x: number, y: number, room: number): number {
    if (cell.isCollapsed) {
      this.areas.set(cellKey(place, cell.service), { x, y, width: Math.min(room, 72), height: this.sizes.line });
      return this.sizes.line;
    }
    const perLine = Math.max(1, Math.floor(room / this.sizes.pitch));
    cell.members.forEach((member, i) => {
      this.areas.set(`member:${member}`, {
        x: x + (i % perLine) * this.sizes.pitch,
        y: y + Math.floor(i / perLine) * this.sizes.line,
        width: this.sizes.pitch,
        height: this.sizes.line,
      });
    });
    return Math.ceil(cell.members.length / perLine) * this.sizes.line;
  }

  /** Cells below one another, or beside one another in their columns; returns the height taken. */
  private placeCells(place: Place, cells: readonly Cell[], x: number, y: number, w: number): number {
    // A member's left edge stands under its service's name.
    const inset = 8 - (this.sizes.pitch / 2 - (this.sizes.isCompact ? 6 : 8.5));
    if (!this.sizes.isStacked)
      return Math.max(
        0,
        ...cells.map((cell) =>
          this.placeCell(place, cell, this.columnX(cell.service) + inset, y, this.sizes.column - 4),
        ),
      );
    let taken = 0;
    for (const cell of cells) {
      this.captions.push({
        x: x + 10,
        y: y + taken,
        width: CAPTION_WIDTH,
        height: this.sizes.line,
        service: cell.service,
        key: `${placeKey(place)}:${cell.service}`,
      });
      taken += this.placeCell(place, cell, x + 10 + CAPTION_WIDTH, y + taken, w - 20 - CAPTION_WIDTH);
    }
    return taken;
  }

  /** Services in a row, or below one another, with room for their arcs; returns the height taken. */
  placeServices(services: readonly number[], x: number, y: number, w: number): number {
    const reach = this.rows.reachOf(services[0]);
    if (this.sizes.isStacked) {
      services.forEach((service, i) =>
        this.areas.set(`service:${service}`, { x, y: y + i * (ROW + GAP), width: w - reach, height: ROW }),
      );
      return services.length * (ROW + GAP);
    }
    // The top of an arc is three quarters of the way to its control points.
    const top = reach * 0.76;
    for (const service of services)
      this.areas.set(`service:${service}`, {
        x: this.columnX(service) - 4,
        y: y + top,
        width: this.sizes.column - 6,
        height: this.sizes.head,
      });
    return top + this.sizes.head;
  }

  /**
   * A site: its copies of services, and beside them in their column the sites that stand for it; returns the height
   * taken.
   */
  private placeSite(place: Place, x: number, y: number, w: number): number {
    const sites = place.cells.filter(({ service }) => this.model.services[service].sites !== null);
    if (this.sizes.isStacked) {
      const taken = this.placeCells(place, sites, x, y + HEADER, w);
      return HEADER + taken + this.placeServices(place.copies, x + INDENT, y + HEADER + taken, w - 2 * INDENT);
    }
    const taken = 6 + this.placeServices(place.copies, x, y + 6, w);
    this.placeCells(place, sites, x, y + taken - this.sizes.head / 2 - this.sizes.line / 2, w);
    return taken + GAP;
  }

  placeBox(place: Place, x: number, y: number, w: number): number {
    const isSite = place.copies.length > 0;
    const namesLeft = !this.sizes.isStacked && (place.children.length === 0 || isSite);
    const least = this.sizes.isCompact ? 26 : 42;
    const cells = isSite
      ? place.cells.filter(({ service }) => this.model.services[service].sites === null)
      : place.cells;
    // Members of a row as low as a name with its kind stand in its middle.
    let inner = isSite
      ? this.placeSite(place, x, y, w)
      : namesLeft
        ? Math.max(4, (least - this.sizes.line) / 2)
        : HEADER;
    inner += this.placeCells(place, cells, x, y + inner, w);
    if (namesLeft) inner = Math.max(inner + 4, least);
    else if (place.cells.length > 0) inner += GAP;
    for (const child of place.children) inner += this.placeBox(child, x + INDENT, y + inner, w - 2 * INDENT) + GAP;
    if (place.children.length > 0) inner += INDENT - GAP;
    const area = { x, y, width: w, height: inner };
    this.areas.set(placeKey(place), area);
    if (place.domain < 0) this.outside = { ...area, name: place.name };
    return inner;
  }
}

/** Services that stand in one row: those outside of sites, and the copies of each site. */
function rowsOf(scene: Scene): (readonly number[])[] {
  const inside = (places: readonly Place[]): (readonly number[])[] =>
    places.flatMap((place) => [...(place.copies.length > 0 ? [place.copies] : []), ...inside(place.children)]);
  return [scene.order, ...inside(scene.places)];
}

function depthOf(place: Place): number {
  return 1 + Math.max(0, ...place.children.map(depthOf));
}
