import type { Mode } from '../model/model.ts';
import { DRAWN, type Role } from './modes.tsx';

interface GlyphProps {
  readonly mode: Mode;
  readonly role: Role;
  readonly isUp: boolean;
  /** Middle, pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A member: its shape says how its service shares the work, filled who does it now, a cross that it is down. */
export function Glyph({ mode, role, isUp, x, y, radius }: GlyphProps) {
  const serves = isUp && role !== 'standby' && role !== 'follower';
  const cross = radius * 0.45;
  return (
    <g class={`glyph ${isUp ? 'is-up' : 'is-down'} ${serves ? 'is-filled' : ''}`}>
      {DRAWN[mode].shape({ x, y, radius })}
      {isUp && role === 'leader' && <circle class="glyph-mark" cx={x} cy={y} r={radius * 0.32} />}
      {!isUp && (
        <path
          class="glyph-cross"
          d={`M${x - cross},${y - cross}l${2 * cross},${2 * cross}m0,${-2 * cross}l${-2 * cross},${2 * cross}`}
        />
      )}
      {!isUp && (role === 'active' || role === 'leader') && (
        <path class="glyph-lost" d={`M${x - radius},${y + radius + 3}h${2 * radius}`} />
      )}
    </g>
  );
}
