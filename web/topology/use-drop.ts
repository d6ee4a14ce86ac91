import { useRef, useState } from 'preact/hooks';
import type { Model } from '../../src/model/model.ts';
import { perform } from '../state/acts.ts';
import { type Drop, dropOf } from './drop.ts';
import type { Element, Scene } from '../../src/topology/elements.ts';

/** What is being dragged, where the pointer is (in the drawing's own units), and what letting go would do. */
interface Dragged {
  readonly from: Element;
  readonly x: number;
  readonly y: number;
  readonly onto: Element | null;
  readonly drop: Drop | null;
}

/** A hand that only presses moves a little as well. */
const LEAST_PIXELS = 6;

/**
 * Parts dragged onto each other, with mouse or pen. Fingers scroll here, and they and the keyboard have the same in the
 * inspector (WCAG 2.5.7).
 */
export function useDrop(svg: { readonly current: SVGSVGElement | null }, scene: Scene, model: Model) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const began = useRef<{ readonly from: Element; readonly x: number; readonly y: number } | null>(null);
  /** The click that ends a drag chooses nothing. */
  const wasDragged = useRef(false);

  const onPointerDown = (event: PointerEvent) => {
    wasDragged.current = false;
    const from = elementUnder(event, scene);
    if (event.button !== 0 || event.pointerType === 'touch' || from === null) return;
    if (from.kind === 'service' || from.kind === 'member' || from.kind === 'domain')
      began.current = { from, x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent) => {
    const start = began.current;
    if (start === null || svg.current === null) return;
    if (dragged === null && Math.hypot(event.clientX - start.x, event.clientY - start.y) < LEAST_PIXELS) return;
    if (dragged === null) svg.current.setPointerCapture(event.pointerId);
    wasDragged.current = true;
    const onto = targetUnder(event, start.from, scene, model);
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.current.getScreenCTM()?.inverse());
    setDragged({ from: start.from, x: at.x, y: at.y, ...onto });
  };
  const onPointerUp = () => {
    began.current = null;
    if (dragged?.drop) void perform(dragged.drop.label, [dragged.drop.act]);
    setDragged(null);
  };
  const leave = () => {
    began.current = null;
    setDragged(null);
  };
  return {
    dragged,
    isClick: () => !wasDragged.current,
    leave,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: leave },
  };
}

function elementUnder({ target }: Event, scene: Scene): Element | null {
  const key = target instanceof window.Element ? keyOf(target) : undefined;
  return scene.elements.find((element) => element.key === key) ?? null;
}

/** The uppermost part under the pointer onto which the dragged one can be dropped. */
function targetUnder(event: PointerEvent, from: Element, scene: Scene, model: Model): Pick<Dragged, 'onto' | 'drop'> {
  for (const under of document.elementsFromPoint(event.clientX, event.clientY)) {
    const key = keyOf(under);
    const onto = key === undefined ? undefined : scene.elements.find((element) => element.key === key);
    const drop = onto === undefined ? null : dropOf(from, onto, model);
    if (onto !== undefined && drop !== null) return { onto, drop };
    // Within a domain is within that one, not the ones around it.
    if (onto?.kind === 'domain') break;
  }
  return { onto: null, drop: null };
}

function keyOf(element: globalThis.Element): string | undefined {
  return element.closest('.mark')?.querySelector<SVGElement>('.stop')?.dataset.key;
}
