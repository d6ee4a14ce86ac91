import { useMemo, useRef, useState } from 'preact/hooks';
import { singleKeys } from '../help/keys.ts';
import { related, selected } from '../state/store.ts';
import { duration } from '../../src/units/figure.ts';
import { Badges } from '../../src/topology/badges.tsx';
import { breakCalls } from './break-key.ts';
import type { Marks } from '../../src/topology/causes.ts';
import { domainDowntime } from '../../src/topology/details.ts';
import type { DrawingProps } from '../../src/topology/drawing-props.ts';
import type { Element, Scene } from '../../src/topology/elements.ts';
import type { Layout } from '../../src/topology/layout.ts';
import { siteOf } from '../../src/topology/places.ts';
import { passiveKeys, SITE_WORDS, siteRole } from '../../src/topology/sites.ts';
import { Definitions, drawingOrder, Mark, Outside } from '../../src/topology/pieces.tsx';
import { fit } from '../../src/topology/fit.ts';
import { isPlaceUp } from '../../src/topology/state.ts';
import { modeCaption } from '../../src/topology/words.ts';
import { writtenName } from '../text/whereabouts.ts';
import { nextStop, type Stop } from './navigate.ts';
import { useDrop } from './use-drop.ts';

/** The picture itself: boxes first, then links, services and members, each a stop for the keyboard. */
export function Drawing(props: DrawingProps) {
  const { model, scene, layout, scale = 1, isCompact } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState('');
  const stops = useMemo(() => stopsOf(scene, layout), [scene, layout]);
  const passive = useMemo(() => passiveKeys(model, scene.places, props.shown), [model, scene, props.shown]);
  const entry = stops.some((stop) => stop.key === current) ? current : (stops[0]?.key ?? '');

  const { dragged, isClick, leave, handlers } = useDrop(svg, scene, model);

  const choose = (element: Element) => {
    if (!isClick()) return;
    const isChosen = selected.value?.kind === element.kind && selected.value.name === element.name;
    selected.value = isChosen ? null : { kind: element.kind, name: element.name };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = scene.elements.find(({ key }) => key === entry);
    if (event.key === 'Escape' && dragged !== null) leave();
    else if (event.key === 'Escape') selected.value = null;
    else if ((event.key === 'Enter' || event.key === ' ') && element) choose(element);
    else if (event.key === 'b' && singleKeys.peek() && element && element.kind !== 'link') {
      selected.value = { kind: element.kind, name: element.name };
      breakCalls.value++;
    } else {
      const next = nextStop(stops, entry, event.key);
      if (next === null) return;
      svg.current?.querySelector<SVGGElement>(`[data-key="${next}"]`)?.focus();
    }
    event.preventDefault();
  };

  return (
    <svg
      ref={svg}
      class={dragged === null ? 'topology-drawing' : 'topology-drawing is-dragging'}
      width={layout.width * scale}
      height={layout.height * scale}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role={isCompact ? 'img' : 'group'}
      aria-label={`Topology of ${model.name}`}
      onKeyDown={isCompact ? undefined : onKeyDown}
      {...(isCompact ? {} : handlers)}
    >
      {/* A small one beside the large one finds them there. */}
      {!isCompact && <Definitions />}
      {layout.outside && <Outside area={layout.outside} />}
      {/* Boxes under everything else; the arrow keys follow the reading order all the same. */}
      {drawingOrder(scene).map((element) => (
        <ElementMark
          key={element.key}
          element={element}
          isEntry={element.key === entry}
          isPassive={passive.has(element.key)}
          isTarget={dragged?.onto?.key === element.key}
          onChoose={choose}
          onFocus={setCurrent}
          {...props}
        />
      ))}
      {layout.captions.map(({ key, service, x, y, width, height }) => (
        <text key={key} class="place-kind" x={x} y={y + height / 2 + 4}>
          {fit(model.services[service].written, width - 6, 12)}
        </text>
      ))}
      {dragged !== null && <Ghost {...dragged} layout={layout} />}
    </svg>
  );
}

interface ElementProps extends DrawingProps {
  readonly element: Element;
  /** The tabulator leads to it. */
  readonly isEntry: boolean;
  /** It stands by. */
  readonly isPassive: boolean;
  /** Something is dragged onto it. */
  readonly isTarget: boolean;
  readonly onChoose: (element: Element) => void;
  readonly onFocus: (key: string) => void;
}

/** An element as it is drawn, and over it what is pressed and spoken. */
function ElementMark({ element, isEntry, isPassive, isTarget, onChoose, onFocus, ...props }: ElementProps) {
  const { layout, marks, isCompact } = props;
  return (
    <g
      class={
        `mark is-${element.kind} ${isChosen(element) ? 'is-chosen' : ''} ` +
        `${isRelated(element) ? 'is-related' : ''} ${isPassive ? 'is-passive' : ''} ${isTarget ? 'is-target' : ''}`
      }
      onClick={isCompact ? undefined : () => onChoose(element)}
    >
      <g aria-hidden="true">
        <Mark element={element} {...props} />
        <Badges element={element} layout={layout} marks={marks} />
      </g>
      {!isCompact && (
        <g
          class="stop"
          data-key={element.key}
          role="button"
          tabindex={isEntry ? 0 : -1}
          aria-label={`${spoken(element, props)}${markedWords(element, marks)}`}
          aria-pressed={isChosen(element)}
          onFocus={() => onFocus(element.key)}
        >
          <StopShape element={element} layout={layout} />
        </g>
      )}
    </g>
  );
}

/** From what is dragged to the pointer, with what letting go would do. */
function Ghost({ from, x, y, drop, layout }: NonNullable<ReturnType<typeof useDrop>['dragged']> & { layout: Layout }) {
  const area = layout.areas.get(from.key)!;
  const words = drop?.label ?? '';
  const isRight = x > layout.width * 0.7;
  return (
    <g class="ghost" aria-hidden="true">
      <path d={`M${area.x + area.width / 2},${area.y + area.height / 2}L${x},${y}`} />
      <circle cx={x} cy={y} r={6} />
      {words !== '' && (
        <text x={isRight ? x - 12 : x + 12} y={y - 10} text-anchor={isRight ? 'end' : 'start'}>
          {words}
        </text>
      )}
    </g>
  );
}

/** What is pressed, and what shows that it has the focus. */
function StopShape({ element: { key }, layout }: { element: Element; layout: Layout }) {
  const link = layout.links.get(key);
  if (link) {
    return (
      <>
        <path class="link-target" d={link.path} />
        <circle class="focus-ring" cx={link.x} cy={link.y} r={9} />
      </>
    );
  }
  const { x, y, width, height } = layout.areas.get(key)!;
  return <rect class="target focus-ring" x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx={6} />;
}

function isChosen(element: Element): boolean {
  return selected.value !== null && selected.value.kind === element.kind && selected.value.name === element.name;
}

function isRelated(element: Element): boolean {
  return related.value.some(({ kind, name }) => kind === element.kind && name === writtenName(element.name));
}

/** What a screen reader says. */
function spoken(element: Element, { model, report, shown }: DrawingProps): string {
  switch (element.kind) {
    case 'domain': {
      const { place } = element;
      const seconds = place.folded.length > 0 ? null : domainDowntime(model, place.domain, report);
      const site = siteRole(model, place, shown);
      return [
        element.name,
        place.kind,
        site && SITE_WORDS[site],
        isPlaceUp(place, shown) ? null : 'down',
        seconds && `begins ${duration(seconds)} of downtime a year`,
      ]
        .filter(Boolean)
        .join(', ');
    }
    case 'service': {
      const service = model.services[element.service];
      const down = report?.services[service.name]?.downtimePerYear;
      const site = siteOf(model, element.service);
      const state =
        shown.isMoment && [shown.service(element.service), shown.stage(element.service)].filter(Boolean).join(', ');
      return [
        service.written,
        'service',
        site >= 0 && `in ${model.domains[site].name}`,
        modeCaption(service),
        state,
        down !== undefined && `down ${duration(down.mean, down.ci95)} a year`,
      ]
        .filter(Boolean)
        .join(', ');
    }
    case 'route':
      return `link ${element.name}${shown.isCut(element.route.links) ? ', cut' : ''}`;
    case 'link': {
      const { from, to, kind } = element.link;
      return `${model.services[from].name} ${kind} ${model.services[to].name}`;
    }
    case 'member': {
      if (element.members.length > 1) {
        const up = shown.countUp(element.members);
        return `${element.name}, ${up} of ${element.members.length} members up`;
      }
      const role = shown.role(element.members[0]);
      const state = shown.memberUp(element.members[0]) ? 'up' : 'down';
      return `${element.name}, ${role === 'member' ? '' : `${role}, `}${state}`;
    }
  }
}

function markedWords({ key }: Element, { single, cut, order }: Marks): string {
  const point = single.has(key) ? ', single point of failure' : '';
  if (!cut.has(key)) return point;
  return `${point}, ${order === 1 ? 'the cut set shown' : `${cut.get(key)} of ${order} in the cut set shown`}`;
}

function stopsOf(scene: Scene, layout: Layout): Stop[] {
  return scene.elements.map(({ key, kind }) => {
    const link = layout.links.get(key);
    if (link) return { key, x: link.x, y: link.y };
    const { x, y, width, height } = layout.areas.get(key)!;
    // A box is where its name is, so that its members lie below it.
    return kind === 'domain' ? { key, x: x + 30, y: y + 14 } : { key, x: x + width / 2, y: y + height / 2 };
  });
}
