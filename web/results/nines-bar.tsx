import { ninesAxis } from './nines-axis.ts';
import './nines-bar.css';

/** A filled dot for what is so, a hollow diamond for what is claimed, a dashed rule for what is asked for. */
type MarkShape = 'dot' | 'diamond' | 'rule';

export interface NinesMark {
  readonly shape: MarkShape;
  readonly unavailability: number;
  readonly name: string;
}

type Ends = readonly [best: number, worst: number];

interface NinesBarProps {
  readonly marks: readonly NinesMark[];
  /** Unavailabilities between which the dot may lie. */
  readonly interval?: Ends;
  /** Those between which it lies in nine of ten worlds, where nobody knows all inputs: lighter, behind. */
  readonly doubt?: Ends | undefined;
  /** What is drawn, in a sentence. */
  readonly text: string;
}

const percentOf = (share: number) => `${(share * 100).toFixed(2)}%`;
/** Anchors at the ends, so that no label leaves the picture. */
const anchor = (at: number) => (at < 0.04 ? 'start' : at > 0.96 ? 'end' : 'middle');

/**
 * Unavailabilities on a nines axis, better to the right. Lengths are percentages, so that it fits any width without
 * being measured, and its parts slide while an interval shrinks.
 */
export function NinesBar({ marks, interval, doubt, text }: NinesBarProps) {
  const dot = marks.find(({ shape }) => shape === 'dot')?.unavailability ?? 0;
  // A bound at zero would stretch the axis without end: the interval then reaches to its end.
  const [best, worst] = interval ?? [dot, dot];
  const ends = [worst, ...(best > 0 ? [best] : []), ...(doubt?.filter((end) => end > 0) ?? [])];
  const axis = ninesAxis([...marks.map(({ unavailability }) => unavailability), ...ends]);
  const band = (name: string, [best, worst]: Ends, y: number) => {
    const left = axis.at(worst);
    const width = Math.max(0.002, (best > 0 ? axis.at(best) : 1) - left);
    return (
      <rect class={`nines-bar-${name}`} x={percentOf(left)} y={y} width={percentOf(width)} height={44 - 2 * y} rx="2" />
    );
  };
  return (
    <figure class="nines-bar">
      <svg width="100%" height="56" role="img" aria-label={text}>
        <line class="nines-bar-axis" x1="0" x2="100%" y1="22" y2="22" />
        {axis.ticks.map(({ at, nines, downtime }, i) => (
          <g key={nines}>
            <line class="nines-bar-axis" x1={percentOf(at)} x2={percentOf(at)} y1="18" y2="26" />
            <text x={percentOf(at)} y="40" text-anchor={anchor(at)} class="nines-bar-nines">
              {nines}
              <tspan class={i === 0 ? '' : 'nines-bar-word'}> {nines === 1 ? 'nine' : 'nines'}</tspan>
            </text>
            <text x={percentOf(at)} y="53" text-anchor={anchor(at)}>
              {downtime}
            </text>
          </g>
        ))}
        {axis.hasSlot && (
          <text x="100%" y="40" text-anchor="end" class="nines-bar-nines">
            none
          </text>
        )}
        {doubt !== undefined && band('doubt', doubt, 12)}
        {interval !== undefined && band('interval', interval, 17)}
        {marks.map(({ shape, unavailability, name }) => (
          <Mark key={name} shape={shape} at={axis.at(unavailability)} />
        ))}
      </svg>
      <Key marks={marks} hasInterval={interval !== undefined} hasDoubt={doubt !== undefined} />
    </figure>
  );
}

interface KeyProps extends Pick<NinesBarProps, 'marks'> {
  readonly hasInterval: boolean;
  readonly hasDoubt: boolean;
}

function Key({ marks, hasInterval, hasDoubt }: KeyProps) {
  return (
    <figcaption class="nines-bar-key" aria-hidden="true">
      {marks.map(({ shape, name }) => (
        <span key={name}>
          <svg width={hasInterval && shape === 'dot' ? 22 : 12} height="14">
            {hasInterval && shape === 'dot' && (
              <rect class="nines-bar-interval" x="0" y="2" width="22" height="10" rx="2" />
            )}
            {shape === 'rule' ? (
              <line class="nines-bar-rule" x1="6" x2="6" y1="0" y2="14" />
            ) : (
              <g transform={`translate(${hasInterval && shape === 'dot' ? 11 : 6} -15)`}>
                <Mark shape={shape} at={0} />
              </g>
            )}
          </svg>
          {name}
        </span>
      ))}
      {hasDoubt && (
        <span>
          <svg width="22" height="14">
            <rect class="nines-bar-doubt" width="22" height="14" rx="2" />
          </svg>
          nine worlds of ten
        </span>
      )}
    </figcaption>
  );
}

/** Around y = 22. */
function Mark({ shape, at }: { readonly shape: MarkShape; readonly at: number }) {
  const x = percentOf(at);
  if (shape === 'rule') return <line class="nines-bar-rule" x1={x} x2={x} y1="8" y2="30" />;
  if (shape === 'dot') return <circle class="nines-bar-dot" cx={x} cy="22" r="5" />;
  return (
    <svg x={x} y="22" overflow="visible">
      <path class="nines-bar-diamond" d="M0 -6l6 6-6 6-6-6z" />
    </svg>
  );
}
