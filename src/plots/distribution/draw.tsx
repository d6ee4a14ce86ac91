import type { ComponentChild } from 'preact';
import { ShareAxis, TimeAxis } from '../axis/axes.tsx';
import { fitText, LINE, placeLabels, spread, textWidth, type Box } from '../axis/labels.ts';
import type { Size } from '../frame/types.ts';
import { pathPoints, type Layout } from './layout.ts';
import type { Distribution, Line } from './types.ts';

/** Through the points, to a tenth of a pixel. */
function path(points: readonly (readonly [number, number])[]): string {
  return `M${points.map((point) => point.map((each) => Math.round(each * 10) / 10).join(',')).join('L')}`;
}

/** Below this width the legend alone names the lines. */
const WIDE = 520;

export function drawDistribution(spec: Distribution, layout: Layout, size: Size): ComponentChild {
  const { left, right, top, bottom, x, y } = layout;
  const shown = spec.lines.filter(({ key, ecdf }) => !spec.hidden.has(key) && ecdf.count > 0);
  const points = shown.map(({ ecdf }) => pathPoints(spec, layout, ecdf));
  return (
    <>
      <text class="plot-title" x={2} y={layout.titleRow}>
        {spec.shareTitle}
      </text>
      <text class="plot-title" x={right} y={layout.bottomTitle} text-anchor="end">
        {spec.timeTitle}
      </text>
      <ShareAxis ticks={layout.shareTicks} y={y} left={left} right={right} />
      <TimeAxis ticks={layout.timeTicks} x={x} y={bottom} top={top} left={layout.start} right={right} />
      {layout.zero !== null && <ZeroSlot spec={spec} layout={layout} shown={shown} />}
      {spec.rule !== null && (
        <line class="plot-rule" x1={x(spec.rule.at)} x2={x(spec.rule.at)} y1={top - 6} y2={bottom} />
      )}
      {/* The first line is the one that matters: it lies on top. */}
      {shown
        .map(({ key, colour, dash }) => (
          <path
            key={key}
            class={`plot-line plot-s${colour}${colour === 'ink' || spec.lines.length === 1 ? ' plot-first' : ''}`}
            d={path(points[shown.findIndex((line) => line.key === key)])}
            stroke-dasharray={dash}
          />
        ))
        .reverse()}
      <TopLabels spec={spec} layout={layout} />
      <Quantiles spec={spec} layout={layout} shown={shown} />
      <Crossing spec={spec} layout={layout} shown={shown} />
      {size.width >= WIDE && shown.length > 1 && (
        <Names shown={shown} points={points} layout={layout} rule={spec.rule?.at ?? null} />
      )}
    </>
  );
}

interface PartProps {
  readonly spec: Distribution;
  readonly layout: Layout;
  readonly shown: readonly Line[];
}

/** The lump at zero: a bar for the first line, a tick for each other. */
function ZeroSlot({ spec, layout, shown }: PartProps): ComponentChild {
  const { zero, y, bottom, start } = layout;
  if (zero === null) return null;
  const base = spec.side === 'atMost' ? y(spec.floor) : y(1);
  return (
    <g class="plot-axis">
      <line class="plot-base" x1={zero - 17} x2={zero + 17} y1={bottom} y2={bottom} />
      <text x={zero} y={bottom + 16} text-anchor="middle">
        none
      </text>
      {shown.map(({ key, colour, dash, ecdf }) => {
        if (ecdf.zero === 0) return null;
        const level = y(spec.side === 'atMost' ? ecdf.zero : 1 - ecdf.zero);
        const [from, to] = [Math.min(base, level), Math.max(base, level)];
        return (
          <g key={key} class={`plot-s${colour}`}>
            {spec.zeroLabel !== null && key === spec.lines[0].key && (
              <rect class="plot-lump" x={zero - 9} width={18} y={from} height={Math.max(1.5, to - from)} />
            )}
            {/* Where the lump ends the line begins. */}
            <line class="plot-join" x1={zero - 9} x2={start} y1={level} y2={level} stroke-dasharray={dash} />
          </g>
        );
      })}
    </g>
  );
}

/** The rule's label and the lump's, beside each other above the plot. */
function TopLabels({ spec, layout }: Omit<PartProps, 'shown'>): ComponentChild {
  const labels: { key: string; text: string; at: number; width: number; row: number }[] = [];
  if (spec.zeroLabel !== null && layout.zero !== null) {
    const width = textWidth(spec.zeroLabel);
    labels.push({ key: 'zero', text: spec.zeroLabel, at: layout.zero - 17 + width / 2, width, row: layout.zeroRow });
  }
  if (spec.rule !== null)
    labels.push({
      key: 'rule',
      text: spec.rule.label,
      at: layout.x(spec.rule.at),
      width: textWidth(spec.rule.label),
      row: layout.ruleRow,
    });
  const place = (some: typeof labels) => spread(some, 2, layout.right + 12, 10);
  const centres = layout.zeroRow === layout.ruleRow ? place(labels) : labels.flatMap((label) => place([label]));
  return (
    <g>
      {labels.map(({ key, text, row }, i) => (
        <text key={key} class="plot-label" x={centres[i]} y={row} text-anchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function Quantiles({ spec, layout, shown }: PartProps): ComponentChild {
  const marks = spec.quantiles.filter(({ at }) => at > 0);
  if (marks.length === 0 || shown.length === 0) return null;
  const level = (share: number) => layout.y(spec.side === 'atMost' ? share : 1 - share);
  const same = (i: number, j: number) => marks[j] !== undefined && marks[i].text === marks[j].text;
  // Equal ones share a label: that of the last of them.
  const texts = marks.map(({ label, text }, i) => {
    if (same(i, i + 1)) return '';
    const labels = marks.filter((_, j) => j < i && same(i, j)).map((each) => `${each.label}, `);
    return `${labels.join('')}${label} ${text}`;
  });
  const centres = spread(
    marks.map(({ at }, i) => ({ at: layout.x(at), width: textWidth(texts[i]) })),
    2,
    layout.right + 12,
    10,
  );
  return (
    <g class="plot-quantiles">
      {marks.map(({ label, at, share }, i) => {
        const x = layout.x(at);
        return (
          <g key={label}>
            <line class="plot-drop" x1={x} x2={x} y1={level(share)} y2={layout.bottom} />
            <circle class="plot-dot" cx={x} cy={level(share)} r={3} />
            <path class="plot-leader" d={`M${x},${layout.bottom + 1}v4`} />
            <text x={centres[i]} y={layout.quantileRow} text-anchor="middle">
              {texts[i]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Where the rule meets the first line. */
function Crossing({ spec, layout, shown }: PartProps): ComponentChild {
  const { rule } = spec;
  const first = shown.find(({ key }) => key === spec.lines[0].key);
  if (rule === null || first === undefined) return null;
  return <circle class="plot-crossing" cx={layout.x(rule.at)} cy={layout.y(rule.share)} r={4.5} />;
}

interface NamesProps {
  readonly shown: readonly Line[];
  readonly points: readonly (readonly (readonly [number, number])[])[];
  readonly layout: Layout;
  readonly rule: number | null;
}

const LEVELS = [0.5, 0.62, 0.38, 0.74, 0.26, 0.86, 0.14, 0.92, 0.08];

/** Each line's name beside it, where it hides little. */
function Names({ shown, points, layout, rule }: NamesProps): ComponentChild {
  const { start, right, top, bottom } = layout;
  const frame: Box = { x: start, y: top, width: right - start + 10, height: bottom - top - 2 };
  const marks: (readonly [number, number])[] = points.flatMap((line) => dense(line));
  if (rule !== null) for (let y = top; y < bottom; y += 8) marks.push([layout.x(rule), y]);
  const names = shown.map(({ label }) => fitText(label, 170));
  const candidates = shown.map((_, i): Box[] =>
    LEVELS.flatMap((level) => {
      const y = bottom - level * (bottom - top);
      const x = crossingAt(points[i], y);
      const width = textWidth(names[i]);
      return [
        { x: x + 7, y: y - LINE / 2, width, height: LINE },
        { x: x - 7 - width, y: y - LINE / 2, width, height: LINE },
      ];
    }),
  );
  const places = placeLabels(candidates, frame, marks, 3);
  return (
    <g>
      {shown.map(({ key, colour }, i) => {
        const place = places[i];
        if (place === null) return null;
        const box = candidates[i][place];
        return (
          <text
            key={key}
            class={`plot-name plot-halo plot-s${colour}`}
            x={place % 2 === 0 ? box.x : box.x + box.width}
            y={box.y + LINE / 2}
            dy="0.32em"
            text-anchor={place % 2 === 0 ? 'start' : 'end'}
          >
            {names[i]}
          </text>
        );
      })}
    </g>
  );
}

function crossingAt(line: readonly (readonly [number, number])[], y: number): number {
  for (let i = 1; i < line.length; i++) {
    const [[x0, y0], [x1, y1]] = [line[i - 1], line[i]];
    if ((y0 - y) * (y1 - y) <= 0 && y0 !== y1) return x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
  }
  return -1e6;
}

/** Points along a line at most 8 px apart. */
function dense(line: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return line.slice(1).flatMap(([x1, y1], i): (readonly [number, number])[] => {
    const [x0, y0] = line[i];
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / 8));
    return Array.from({ length: steps }, (_, k): readonly [number, number] => [
      x0 + ((x1 - x0) * k) / steps,
      y0 + ((y1 - y0) * k) / steps,
    ]);
  });
}
