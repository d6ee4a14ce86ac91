import type { Model } from '../../src/model/model.ts';
import { cellKey, linkKey, placeKey, type Scene } from './elements.ts';
import type { ServiceLink } from './order.ts';
import type { Cell, Place } from './places.ts';
import { across, between, down } from './arc.ts';
import type { Area, LinkShape } from './area.ts';

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

interface LayoutOptions {
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
const HEADER = 26;
/** Height of a service where services are rows. */
const ROW = 44;

/**
 * Services are columns, in the order of their dependence; domains are nested boxes across them. Copies of a service in
 * several sites share a column, each at its head within its site. Everything follows from names and structure alone, in
 * the order in which they are written, so an edit moves little.
 */
export function layOut(
  model: Pick<Model, 'domains' | 'services'>,
  scene: Scene,
  { width, isCoarse = false, isCompact = false }: LayoutOptions,
): Layout {
  const levels = Math.max(1, ...scene.places.map(depthOf));
  const nameWidth = isCompact || width < WIDE ? 92 : 148;
  const gutter = levels * INDENT + nameWidth;
  const room = (width - gutter - levels * INDENT) / Math.max(1, scene.columns);
  const isStacked = room < NARROWEST_COLUMN && width < WIDE;
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, Math.floor(room)));
  const pitch = isCompact ? 20 : isCoarse ? 36 : 26;
  const line = isCompact ? 22 : isCoarse ? 44 : 28;
  const head = isCompact ? 36 : 54;
  const captionWidth = 84;

  const areas = new Map<string, Area>();
  const captions: (Area & { service: number; key: string })[] = [];
  let outside: Layout['outside'] = null;
  const all = scene.links;
  const full = isStacked ? width : gutter + scene.columns * column + levels * INDENT;
  const columnX = (service: number) => gutter + scene.column[service] * column;
  const rows = rowsOf(scene);
  const stands = new Map(rows.flatMap((services, row) => services.map((service, rank) => [service, { row, rank }])));
  const isWithin = ({ from, to }: ServiceLink) => stands.get(from)!.row === stands.get(to)!.row;
  const spanOf = ({ from, to }: ServiceLink) =>
    Math.abs(isStacked ? stands.get(from)!.rank - stands.get(to)!.rank : scene.column[from] - scene.column[to]);
  /** Room that the arcs of a row of services need. */
  const reaches = rows.map((_, row) => {
    const spans = all.filter((link) => isWithin(link) && stands.get(link.from)!.row === row).map(spanOf);
    return spans.length === 0 ? 0 : Math.min(64, 20 + 11 * Math.max(...spans));
  });
  const reachOf = (service: number | undefined) => (service === undefined ? 0 : reaches[stands.get(service)!.row]);

  /** Members of a cell from (x, y) on, within the width; returns the height taken. */
  const placeCell = (place: Place, cell: Cell, x: number, y: number, room: number): number => {
    if (cell.isCollapsed) {
      areas.set(cellKey(place, cell.service), { x, y, width: Math.min(room, 72), height: line });
      return line;
    }
    const perLine = Math.max(1, Math.floor(room / pitch));
    cell.members.forEach((member, i) => {
      areas.set(`member:${member}`, {
        x: x + (i % perLine) * pitch,
        y: y + Math.floor(i / perLine) * line,
        width: pitch,
        height: line,
      });
    });
    return Math.ceil(cell.members.length / perLine) * line;
  };

  /** Cells below one another, or beside one another in their columns; returns the height taken. */
  const placeCells = (place: Place, cells: readonly Cell[], x: number, y: number, w: number): number => {
    // A member's left edge stands under its service's name.
    const inset = 8 - (pitch / 2 - (isCompact ? 6 : 8.5));
    if (!isStacked)
      return Math.max(0, ...cells.map((cell) => placeCell(place, cell, columnX(cell.service) + inset, y, column - 4)));
    let taken = 0;
    for (const cell of cells) {
      captions.push({
        x: x + 10,
        y: y + taken,
        width: captionWidth,
        height: line,
        service: cell.service,
        key: `${placeKey(place)}:${cell.service}`,
      });
      taken += placeCell(place, cell, x + 10 + captionWidth, y + taken, w - 20 - captionWidth);
    }
    return taken;
  };

  /** Services in a row, or below one another, with room for their arcs; returns the height taken. */
  const placeServices = (services: readonly number[], x: number, y: number, w: number): number => {
    const reach = reachOf(services[0]);
    if (isStacked) {
      services.forEach((service, i) =>
        areas.set(`service:${service}`, { x, y: y + i * (ROW + GAP), width: w - reach, height: ROW }),
      );
      return services.length * (ROW + GAP);
    }
    // The top of an arc is three quarters of the way to its control points.
    const top = reach * 0.76;
    for (const service of services)
      areas.set(`service:${service}`, { x: columnX(service) - 4, y: y + top, width: column - 6, height: head });
    return top + head;
  };

  /**
   * A site: its copies of services, and beside them in their column the sites that stand for it; returns the height
   * taken.
   */
  const placeSite = (place: Place, x: number, y: number, w: number): number => {
    const sites = place.cells.filter(({ service }) => model.services[service].sites !== null);
    if (isStacked) {
      const taken = placeCells(place, sites, x, y + HEADER, w);
      return HEADER + taken + placeServices(place.copies, x + INDENT, y + HEADER + taken, w - 2 * INDENT);
    }
    const taken = 6 + placeServices(place.copies, x, y + 6, w);
    placeCells(place, sites, x, y + taken - head / 2 - line / 2, w);
    return taken + GAP;
  };

  const placeBox = (place: Place, x: number, y: number, w: number): number => {
    const isSite = place.copies.length > 0;
    const namesLeft = !isStacked && (place.children.length === 0 || isSite);
    const least = isCompact ? 26 : 42;
    const cells = isSite ? place.cells.filter(({ service }) => model.services[service].sites === null) : place.cells;
    // Members of a row as low as a name with its kind stand in its middle.
    let inner = isSite ? placeSite(place, x, y, w) : namesLeft ? Math.max(4, (least - line) / 2) : HEADER;
    inner += placeCells(place, cells, x, y + inner, w);
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
  y += placeServices(scene.order, 1, y, width - 2) + (isStacked ? GAP : 12);
  for (const place of scene.places) y += placeBox(place, 1, y, full - 2) + GAP + 2;
  const links = new Map(
    all.map((link): [string, LinkShape] => {
      const [from, to] = [areas.get(`service:${link.from}`)!, areas.get(`service:${link.to}`)!];
      const height = Math.min(reachOf(link.from) - 4, 16 + 11 * spanOf(link));
      if (!isWithin(link))
        return [
          linkKey(link),
          isStacked
            ? down(from, to, Math.max(0, Math.min(12, width - 4 - Math.max(from.x + from.width, to.x + to.width))))
            : between(from, to),
        ];
      return [linkKey(link), isStacked ? down(from, to, height) : across(from, to, height)];
    }),
  );
  return { width: full, height: y, isStacked, areas, links, captions, outside, labelWidth: nameWidth };
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
