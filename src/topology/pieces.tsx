import type { DrawingProps } from './drawing-props.ts';
import type { Element, Scene } from './elements.ts';
import type { Layout } from './layout.ts';
import { LinkMark, MemberMark, PlaceMark, RouteMark, ServiceMark } from './marks.tsx';

const LAYERS = ['domain', 'route', 'link', 'service', 'member'] as const;

/** Boxes under everything else. */
export function drawingOrder(scene: Scene): Element[] {
  return LAYERS.flatMap((kind) => scene.elements.filter((element) => element.kind === kind));
}

/** Any element. */
export function Mark({ element, ...props }: DrawingProps & { element: Element }) {
  switch (element.kind) {
    case 'domain':
      return <PlaceMark {...props} place={element.place} />;
    case 'link':
      return <LinkMark {...props} link={element.link} />;
    case 'route':
      return <RouteMark {...props} route={element.route} />;
    case 'service':
      return <ServiceMark {...props} service={element.service} />;
    case 'member':
      return <MemberMark {...props} elementKey={element.key} service={element.service} members={element.members} />;
  }
}

/** What is drawn by its name: the hatching of what is down, the head of an arrow. */
export function Definitions() {
  return (
    <defs>
      <pattern id="topology-down" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch" width="1.5" height="6" />
      </pattern>
      <marker
        id="topology-arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto-start-reverse"
      >
        <path class="arrow" d="M0,0.5L8,4L0,7.5z" />
      </marker>
    </defs>
  );
}

/** The box of what lies outside all domains. */
export function Outside({ area }: { readonly area: NonNullable<Layout['outside']> }) {
  return (
    <g>
      <rect
        class="place-box is-outside"
        x={area.x + 0.5}
        y={area.y + 0.5}
        width={area.width - 1}
        height={area.height - 1}
        rx={8}
      />
      <text class="place-kind" x={area.x + 10} y={area.y + 18}>
        {area.name}
      </text>
    </g>
  );
}
