import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3';

/** Shapes that tell models apart beside their colours `plot-s0` … `plot-s5`, as SVG paths around the origin. */
export const MODEL_SYMBOLS: readonly string[] = [
  symbolCircle,
  symbolSquare,
  symbolDiamond,
  symbolTriangle,
  symbolStar,
  symbolCross,
].map((type) => symbol(type, 110)() ?? '');

/** Of the shapes and colours: with more models than there are, they begin again. */
export function slotOf(index: number): number {
  return index % MODEL_SYMBOLS.length;
}
