import { loadPerMember } from '../model/load.ts';
import { formatPercent } from '../units/format.ts';
import { Cross } from './badges.tsx';
import { domainDowntime } from './details.ts';
import type { DrawingProps } from './drawing-props.ts';
import { linkKey, placeKey, routeKey } from './elements.ts';
import { fit, textWidth } from './fit.ts';
import { Glyph } from './glyph.tsx';
import { DRAWN } from './modes.tsx';
import type { ServiceLink } from './order.ts';
import type { Place } from './places.ts';
import type { Route } from './routes.ts';
import { SITE_WORDS, siteRole } from './sites.ts';
import { stageCaption } from './stage-words.ts';
import { isPlaceUp } from './state.ts';
import { briefly, modeCaption } from './words.ts';

const NAME = 13;
const SMALL = 12;

/** A domain's box with its name, its kind and what its own failures cost. */
export function PlaceMark({ model, report, layout, shown, place, isCompact }: DrawingProps & { place: Place }) {
  const { x, y, width, height } = layout.areas.get(placeKey(place))!;
  const isUp = isPlaceUp(place, shown);
  const site = siteRole(model, place, shown);
  const isLeft = !layout.isStacked && (place.children.length === 0 || site !== null);
  const room = isLeft ? layout.labelWidth - 10 : width - 20;
  const seconds = place.folded.length > 0 || isCompact ? null : domainDowntime(model, place.domain, report);
  const lost = place.folded.filter((domain) => !shown.domainUp(domain)).length;
  const figure = !isUp ? 'down' : lost > 0 ? `${lost} down` : seconds ? `${briefly(seconds)} a year` : '';
  const role = site === null ? '' : SITE_WORDS[site];
  const caption = [place.kind, isLeft ? '' : role, isLeft && figure && room < 120 ? '' : figure]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <rect
        class={`place-box ${isUp ? '' : 'is-down'}`}
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        rx={8}
      />
      {!isUp && (
        <rect
          class="place-hatch"
          x={x + 1}
          y={y + 1}
          width={width - 2}
          height={height - 2}
          rx={8}
          fill="url(#topology-down)"
        />
      )}
      <title>
        {seconds ? `${place.name}: its own failures begin ${briefly(seconds)} of downtime a year` : place.name}
      </title>
      {isLeft ? (
        <>
          <text class="place-name" x={x + 10} y={y + 18}>
            {fit(place.label, room, NAME)}
          </text>
          {height > 34 && (
            <text class={isUp ? 'place-kind' : 'place-kind is-down'} x={x + 10} y={y + 34}>
              {fit(isUp ? caption : [place.kind, 'down'].filter(Boolean).join(' · '), room, SMALL)}
            </text>
          )}
          {role !== '' && (
            <text class={`place-kind is-site is-${site}`} x={x + 10} y={y + 50}>
              {fit(role, room, SMALL)}
            </text>
          )}
        </>
      ) : (
        <text class="place-name" x={x + 10} y={y + 18}>
          {fit(place.label, room * 0.55, NAME)}
          <tspan class={isUp ? 'place-kind' : 'place-kind is-down'} dx="8">
            {fit(caption, room * 0.42, SMALL)}
          </tspan>
        </text>
      )}
    </>
  );
}

/** A service at the head of its column, or in its row. */
export function ServiceMark({ service: index, ...props }: DrawingProps & { service: number }) {
  const { model, layout, shown, isCompact } = props;
  const service = model.services[index];
  const { x, y, width, height } = layout.areas.get(`service:${index}`)!;
  const state = shown.service(index);
  const isNarrow = width < 120;
  const inset = isNarrow ? 9 : 12;
  const room = width - inset - 4;
  const figure = figureOf(props, index, isNarrow);
  const stage = shown.stage(index);
  const caption = stage === null ? modeCaption(service, isNarrow) : stageCaption(stage);
  const captionClass = stage === null ? 'service-caption' : 'service-caption is-stage';
  const isRow = layout.isStacked;
  return (
    <>
      <title>{service.name}</title>
      <rect
        class={`service-box is-${state} ${stage === null ? '' : 'has-stage'}`}
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        rx={6}
      />
      {state !== 'up' && (
        <rect class={`service-state is-${state}`} x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx={6} />
      )}
      <path class={`service-bar is-${state}`} d={`M${x + 2},${y + 7}v${height - 14}`} />
      <LoadMark carried={loadPerMember(service, model.traffic)} x={x + inset} y={y + height - 3} room={room - 6} />
      <text class="service-name" x={x + inset} y={y + 18}>
        {fit(index === model.entry ? `${service.written} ▸` : service.written, isRow ? room * 0.6 : room, NAME)}
      </text>
      {stage !== null && (
        <rect
          class="stage-mark"
          x={x + inset - 5}
          y={y + (isRow ? 23 : isCompact ? 20 : 21.5)}
          width={textWidth(isRow ? caption : fit(caption, room, SMALL)) + 10}
          height={16}
          rx={4}
        />
      )}
      {!isCompact && isRow && (
        <text class={captionClass} x={x + inset} y={y + 35}>
          {stage === null ? (
            fit([caption, figure].filter(Boolean).join(' · '), room, SMALL)
          ) : (
            <>
              {caption}
              <tspan class={`is-${state}`} dx="9">
                {fit(figure, room - textWidth(caption) - 9, SMALL)}
              </tspan>
            </>
          )}
        </text>
      )}
      {!isRow && (
        <text class={captionClass} x={x + inset} y={y + (isCompact ? 31 : 33)}>
          {fit(caption, room, SMALL)}
        </text>
      )}
      {!isRow && !isCompact && (
        <text class={`service-caption is-${state}`} x={x + inset} y={y + 48}>
          {fit(figure, room, SMALL)}
        </text>
      )}
    </>
  );
}

/** How much of what it is worth each member carries in the busiest hour: a bar at the foot, full at 100%. */
function LoadMark({ carried, x, y, room }: { carried: number | null; x: number; y: number; room: number }) {
  if (carried === null) return null;
  return (
    <g class={carried > 1 ? 'load-mark is-over' : 'load-mark'}>
      <title>{`each member carries ${formatPercent(carried, 2)} in the busiest hour`}</title>
      <path class="load-room" d={`M${x},${y}h${room}`} />
      <path class="load-carried" d={`M${x},${y}h${room * Math.min(1, carried)}`} />
    </g>
  );
}

/** What it answers at the moment shown, or how long it is down a year; empty: nothing is known yet. */
function figureOf({ model, report, shown }: DrawingProps, index: number, isNarrow: boolean): string {
  if (shown.isMoment) {
    if (shown.service(index) === 'up') return 'answers all';
    return shown.answer(index) === 0 ? 'down' : `answers ${formatPercent(shown.answer(index), 2)}`;
  }
  const down = report?.services[model.services[index].name]?.downtimePerYear.mean;
  return down === undefined ? '' : `${briefly(down)}${isNarrow ? '/yr' : ' a year'}`;
}

/** Solid: needs. Dashed: wants; in long dashes: one of several that will do. */
export function LinkMark({ layout, link, model }: DrawingProps & { link: ServiceLink }) {
  const { path } = layout.links.get(linkKey(link))!;
  return (
    <>
      <title>{`${model.services[link.from].name} ${link.kind} ${model.services[link.to].name}`}</title>
      <path class="link-halo" d={path} />
      <path class={`link-line is-${link.kind}`} d={path} marker-end="url(#topology-arrow)" />
    </>
  );
}

/** The network between two places, with a knob to take it by; cut: dashed, with a cross. */
export function RouteMark({ layout, shown, route }: DrawingProps & { route: Route }) {
  const { path, x, y } = layout.links.get(routeKey(route))!;
  const isCut = shown.isCut(route.links);
  return (
    <>
      <title>{`the link ${route.name}${isCut ? ', cut' : ''}`}</title>
      <path class={`route-line ${isCut ? 'is-down' : ''}`} d={path} />
      {isCut ? (
        <g class="badges">
          <Cross x={x} y={y} />
        </g>
      ) : (
        <circle class="route-knob" cx={x} cy={y} r={4.5} />
      )}
    </>
  );
}

/** One member, or as many as stand for one glyph. */
export function MemberMark({
  model,
  layout,
  shown,
  elementKey,
  service,
  members,
  isCompact,
}: DrawingProps & { elementKey: string; service: number; members: readonly number[] }) {
  const { x, y, width, height } = layout.areas.get(elementKey)!;
  const { mode } = model.services[service];
  const radius = isCompact ? 6 : 8.5;
  const middle = y + height / 2;
  if (members.length === 1) {
    return (
      <Glyph
        mode={mode}
        role={shown.role(members[0])}
        isUp={shown.memberUp(members[0])}
        x={x + width / 2}
        y={middle}
        radius={radius}
      />
    );
  }
  const up = shown.countUp(members);
  const first = members.find((member) => shown.role(member) === DRAWN[mode].roles[0]) ?? members[0];
  return (
    <>
      <Glyph mode={mode} role={shown.role(first)} isUp={up > 0} x={x + 13} y={middle} radius={radius} />
      <text class={`member-count ${up < members.length ? 'is-down' : ''}`} x={x + 26} y={middle + 4}>
        {up < members.length ? `${up}/${members.length}` : `×${members.length}`}
      </text>
    </>
  );
}
