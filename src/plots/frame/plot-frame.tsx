import type { ComponentChild, RefObject } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import '../plots.css';
import { csvOf } from '../data/table.ts';
import { DataTable } from './data-table.tsx';
import { download, fileName } from './download.ts';
import { Downloads } from './downloads.tsx';
import type { Plot, Size } from './types.ts';
import { useCursor } from './use-cursor.ts';
import { useWidth } from './use-width.ts';

interface PlotFrameProps {
  readonly plot: Plot;
  /** Beside the heading: what this means. */
  readonly explain?: ComponentChild;
  readonly legend?: ComponentChild;
  /** Chosen by a click or Enter: the key of a stop. */
  readonly onChoose?: (key: string | number) => void;
  /** What `onChoose` does, for the hint: `shows it on the topology`. */
  readonly choosing?: string;
  /** Put over the picture, in its pixels: controls, which no file gets. */
  readonly over?: (size: Size) => ComponentChild;
}

/** What all plots have in common: heading, picture, read-out, text alternative, table, files. */
export function PlotFrame({ plot, explain, legend, onChoose, choosing, over }: PlotFrameProps): ComponentChild {
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>(640);
  const picture = useRef<SVGSVGElement>(null);
  const cursor = useCursor(plot);
  const [failure, setFailure] = useState('');
  const height = Math.round(plot.height(width));
  const size = useMemo<Size>(() => ({ width, height }), [width, height]);
  const readoutLines = useMemo(() => linesNeeded(plot, width), [plot, width]);
  const stop = cursor.at === null ? undefined : plot.stops[cursor.at];
  const pick = (format: 'SVG' | 'PNG' | 'CSV') => {
    save(format, plot, picture.current).then(
      () => setFailure(''),
      (error: unknown) => setFailure(error instanceof Error ? error.message : 'The file could not be written.'),
    );
  };

  return (
    <figure class="plot" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <div class="plot-head">
        <h3 id={`${id}-title`}>{plot.title}</h3>
        {explain !== undefined && <div class="plot-explain">{explain}</div>}
      </div>
      <p id={`${id}-text`} class="plot-hidden">
        {plot.description}
      </p>
      {legend}
      <div ref={box} class="plot-box">
        {plot.empty === null ? (
          <Picture {...{ id, plot, size, picture, cursor, onChoose, choosing }} />
        ) : (
          <p class="plot-empty">{plot.empty}</p>
        )}
        {over !== undefined && plot.empty === null && <div class="plot-over">{over(size)}</div>}
      </div>
      {plot.empty === null && (
        <p
          class={stop === undefined ? 'plot-readout' : 'plot-readout plot-reading'}
          style={{ minHeight: `${readoutLines * 1.45}em` }}
          data-readout
        >
          {stop?.text ?? plot.resting}
        </p>
      )}
      <p class="plot-hidden" aria-live="polite">
        {cursor.spoken}
      </p>
      {plot.note !== undefined && plot.empty === null && <p class="plot-note">{plot.note}</p>}
      <Tools plot={plot} onPick={pick} failure={failure} />
    </figure>
  );
}

interface PictureProps extends Pick<PlotFrameProps, 'plot' | 'onChoose' | 'choosing'> {
  readonly id: string;
  readonly size: Size;
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly cursor: ReturnType<typeof useCursor>;
}

/** The drawing, and what pointer and keys do on it. */
function Picture({ id, plot, size, picture, cursor, onChoose, choosing }: PictureProps): ComponentChild {
  const { width, height } = size;
  const drawn = useMemo(() => plot.draw(size), [plot, size]);
  const point = (event: PointerEvent | MouseEvent): number | null => {
    const bounds = picture.current?.getBoundingClientRect();
    if (bounds === undefined || plot.stops.length === 0) return null;
    const scale = width / bounds.width;
    return plot.locate((event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale, size);
  };
  const focus = (event: FocusEvent) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible') && cursor.at === null)
      cursor.to(plot.start);
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stop = cursor.at === null ? undefined : plot.stops[cursor.at];
    if (event.key === 'Enter' && stop !== undefined && onChoose !== undefined) onChoose(stop.key);
    else if (!cursor.key(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (event: MouseEvent) => {
    const at = point(event);
    if (at !== null) onChoose?.(plot.stops[at].key);
  };
  const hint = onChoose === undefined ? '' : `, Enter ${choosing ?? 'chooses'}`;
  return (
    <div
      class="plot-picture"
      role="application"
      aria-roledescription="plot"
      aria-label={`${plot.title}. Arrow keys read it point by point${hint}.`}
      aria-describedby={`${id}-text`}
      tabIndex={0}
      data-choosable={onChoose !== undefined}
      onFocus={focus}
      onBlur={() => cursor.to(null)}
      onKeyDown={key}
      onPointerMove={(event) => cursor.to(point(event))}
      onPointerDown={(event) => cursor.to(point(event))}
      onPointerLeave={(event) => event.pointerType === 'mouse' && cursor.to(null)}
      onClick={onChoose === undefined ? undefined : choose}
    >
      <svg
        ref={picture}
        role="img"
        aria-labelledby={`${id}-title`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {drawn}
        {cursor.at !== null && (
          <g data-cursor class="plot-cursor">
            {plot.mark(cursor.at, size)}
          </g>
        )}
      </svg>
    </div>
  );
}

interface ToolsProps {
  readonly plot: Plot;
  readonly onPick: (format: 'SVG' | 'PNG' | 'CSV') => void;
  /** Why the last file could not be written; empty: it could. */
  readonly failure: string;
}

/** The figures behind the picture, and its files. */
function Tools({ plot, onPick, failure }: ToolsProps): ComponentChild {
  const [tabled, setTabled] = useState(false);
  return (
    <>
      {plot.empty === null && (
        <div class="plot-tools">
          <button type="button" class="plot-tool" aria-expanded={tabled} onClick={() => setTabled(!tabled)}>
            {tabled ? 'Hide table' : 'Show table'}
            <span class="plot-hidden"> of {plot.title}</span>
          </button>
          <Downloads title={plot.title} onPick={onPick} />
        </div>
      )}
      {failure !== '' && (
        <p class="plot-failure" role="alert">
          {failure}
        </p>
      )}
      {tabled && plot.empty === null && <DataTable table={plot.table()} title={plot.title} />}
    </>
  );
}

/** Lines that the longest read-out takes, as far as its length tells. */
function linesNeeded({ stops, resting }: Plot, width: number): number {
  // Some speak for all: texts are written only when they are read.
  const some = stops.filter((_, i) => i % Math.ceil(stops.length / 8) === 0);
  const longest = Math.max(resting.length, ...some.map(({ text }) => text.length));
  return Math.min(8, Math.ceil((longest * 8.2) / width));
}

async function save(format: 'SVG' | 'PNG' | 'CSV', plot: Plot, svg: SVGSVGElement | null): Promise<void> {
  const name = fileName(plot.file, format.toLowerCase());
  if (format === 'CSV')
    return download(new Blob([csvOf((plot.csv ?? plot.table)())], { type: 'text/csv;charset=utf-8' }), name);
  if (svg === null) return;
  // Most visits take no picture along.
  const { pictureOf, rasterOf } = await import('./export-picture.ts');
  if (format === 'PNG') download(await rasterOf(svg, plot), name);
  else download(new Blob([pictureOf(svg, plot).text], { type: 'image/svg+xml' }), name);
}
