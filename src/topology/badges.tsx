import type { Element } from './elements.ts';
import type { Layout } from './layout.ts';
import type { Marks } from './causes.ts';

/**
 * Over an element: a 1 in a diamond where it is a single point of failure, a ring and a cross where a chosen cut set
 * takes it.
 */
export function Badges({
  element,
  layout,
  marks,
}: {
  readonly element: Element;
  readonly layout: Layout;
  readonly marks: Marks;
}) {
  const isSingle = marks.single.has(element.key);
  const cut = marks.cut.get(element.key);
  if ((!isSingle && cut === undefined) || element.kind === 'link') return null;
  if (element.kind === 'route') {
    const { x, y } = layout.links.get(element.key)!;
    return (
      <g class="badges">
        {cut !== undefined && <Cross x={x} y={y} />}
        {isSingle && <SingleMark x={x} y={y - (cut === undefined ? 0 : 18)} />}
      </g>
    );
  }
  const { x, y, width, height } = layout.areas.get(element.key)!;
  const isMember = element.kind === 'member';
  return (
    <g class="badges">
      {cut !== undefined && (
        <rect class="cut-ring" x={x + 1.5} y={y + 1.5} width={width - 3} height={height - 3} rx={6} />
      )}
      {cut !== undefined && (
        <Cross x={isMember ? x + Math.min(width, 26) / 2 : x + width - 12} y={isMember ? y + height / 2 : y + 12} />
      )}
      {isSingle && (
        <SingleMark
          // Beside the glyph, over whose corner it only leans.
          x={isMember ? x + Math.min(width, 26) / 2 + 12 : x + width - (cut === undefined ? 12 : 30)}
          y={isMember ? y + height / 2 - 7 : y + 12}
        />
      )}
    </g>
  );
}

/** A diamond with a 1 in it. */
export function SingleMark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g class="single-mark">
      <path d={`M${x},${y - 8.5}l8.5,8.5l-8.5,8.5l-8.5,-8.5z`} />
      <text x={x} y={y + 3.6} text-anchor="middle">
        1
      </text>
    </g>
  );
}

export function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return <path class="cut-cross" d={`M${x - 5},${y - 5}l10,10m0,-10l-10,10`} />;
}
