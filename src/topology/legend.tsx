import type { Mode, Model } from '../model/model.ts';
import { Cross, SingleMark } from './badges.tsx';
import type { Marks } from './causes.ts';
import { Glyph } from './glyph.tsx';
import { DRAWN, type Role } from './modes.tsx';
import type { ServiceLink } from './order.ts';

const ENTRIES = (Object.keys(DRAWN) as Mode[]).flatMap((mode) =>
  (Object.entries(DRAWN[mode].legend) as [Role, string][]).map(([role, text]) => ({ mode, role, text })),
);

/** Only what the model has. */
export function Legend({ model, isMoment, marks }: { model: Model; isMoment: boolean; marks: Marks }) {
  const modes = new Set(
    model.services.filter((service) => service.placement.length > 0).map((service) => service.mode),
  );
  const entries = ENTRIES.filter(({ mode }) => modes.has(mode));
  return (
    <ul class="topology-legend" aria-label="Legend">
      {entries.map(({ mode, role, text }) => (
        <li key={text}>
          <svg width="18" height="18" aria-hidden="true">
            <Glyph mode={mode} role={role} isUp x={9} y={9} radius={6.5} />
          </svg>
          {text}
        </li>
      ))}
      {isMoment && entries[0] && (
        <li>
          <svg width="18" height="18" aria-hidden="true">
            <Glyph mode={entries[0].mode} role="member" isUp={false} x={9} y={9} radius={6.5} />
          </svg>
          down
        </li>
      )}
      {model.services.some(({ needs }) => needs.length > 0) && (
        <li>
          <Line kind="needs" />
          needs
        </li>
      )}
      {model.services.some(({ anyOf }) => anyOf.length > 0) && (
        <li>
          <Line kind="any-of" />
          one of several
        </li>
      )}
      {model.services.some(({ wants }) => wants.length > 0) && (
        <li>
          <Line kind="wants" />
          wants
        </li>
      )}
      {model.services.some(({ coordinators }) => coordinators.length > 0) && (
        <li>
          <Line kind="coordinates" />
          its failover needs
        </li>
      )}
      <Load model={model} />
      {model.links.length > 0 && <Links isMoment={isMoment} />}
      <li>▸ entry</li>
      {marks.single.size > 0 && (
        <li>
          <svg width="20" height="18" aria-hidden="true" class="badges">
            <SingleMark x={10} y={9} />
          </svg>
          single point of failure
        </li>
      )}
      {marks.cut.size > 0 && (
        <li>
          <svg width="20" height="18" aria-hidden="true" class="badges">
            <rect class="cut-ring" x="2" y="1.5" width="15" height="15" rx="4" />
            <Cross x={9.5} y={9} />
          </svg>
          cut set shown
        </li>
      )}
    </ul>
  );
}

function Load({ model }: { model: Model }) {
  if (model.services.every(({ load }) => load === null)) return null;
  return (
    <li>
      <svg width="26" height="18" aria-hidden="true" class="load-mark">
        <path class="load-room" d="M1,9H25" />
        <path class="load-carried" d="M1,9H17" />
      </svg>
      load of a member in the busiest hour
    </li>
  );
}

function Links({ isMoment }: { isMoment: boolean }) {
  return (
    <>
      <li>
        <svg width="26" height="18" aria-hidden="true">
          <path class="route-line" d="M1,9H25" />
          <circle class="route-knob" cx="13" cy="9" r="4.5" />
        </svg>
        link between places
      </li>
      {isMoment && (
        <li>
          <svg width="26" height="18" aria-hidden="true" class="badges">
            <path class="route-line is-down" d="M1,9H25" />
            <Cross x={13} y={9} />
          </svg>
          cut
        </li>
      )}
    </>
  );
}

function Line({ kind }: { kind: ServiceLink['kind'] }) {
  return (
    <svg width="26" height="18" aria-hidden="true">
      <path class={`link-line is-${kind}`} d="M1,9H25" />
    </svg>
  );
}
