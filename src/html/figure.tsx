import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import { DataTable } from '../plots/frame/data-table.tsx';
import type { Plot } from '../plots/frame/types.ts';

/** Widths in pixels at which each picture is drawn: for paper and screens, and for a phone. Type keeps its size. */
export const WIDE = 680;
export const NARROW = 360;

/** A plot, and what stands above it. */
export interface Illustration {
  readonly plot: Plot;
  readonly legend?: ComponentChild;
}

/** What only a page can do. */
const POINTING = /\s*Point at [^.]*\./;

/** A plot that nobody can point at: picture, its sentence, how to read it, and its data folded away. */
export function Figure({ plot, legend }: Illustration): ComponentChild {
  const id = useId();
  const { title, description, note, empty } = plot;
  const resting = plot.resting.replace(POINTING, '');
  return (
    <figure class="plot report-figure" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p id={`${id}-text`} class="plot-hidden">
        {description}
      </p>
      {empty !== null ? (
        <p>{empty}</p>
      ) : (
        <div class="report-drawing">
          <div class="report-picture">
            {legend}
            <Picture plot={plot} width={WIDE} label={`${id}-title`} />
            <Picture plot={plot} width={NARROW} label={`${id}-title`} />
          </div>
          <figcaption>
            {resting !== '' && <p class="report-resting">{resting}</p>}
            {note !== undefined && <p class="plot-note">{note}</p>}
            <details class="report-data">
              <summary>
                Figures<span class="plot-hidden"> of {title}</span>
              </summary>
              <DataTable table={plot.table()} title={title} />
            </details>
          </figcaption>
        </div>
      )}
    </figure>
  );
}

interface PictureProps {
  readonly plot: Plot;
  readonly width: number;
  readonly label: string;
}

/** The plot as it is drawn at that width, on the page as well as here. */
function Picture({ plot, width, label }: PictureProps): ComponentChild {
  const height = Math.round(plot.height(width));
  return (
    <svg
      class={width === WIDE ? 'report-wide' : 'report-narrow'}
      role="img"
      aria-labelledby={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {plot.draw({ width, height })}
    </svg>
  );
}
