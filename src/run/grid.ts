import { checkModel, type Diagnostic, ModelError, type ParsedModel } from '../model/index.ts';
import { type Axis, settingOf, type Value, VaryError } from './sweep-vary.ts';

/** One value for each parameter that is varied, in their order. */
export type GridPoint = readonly Value[];

/** The model has errors where a parameter has a certain value; `diagnostics` has them all. */
export class PointError extends ModelError {
  constructor(
    /** Such as `web_replicas = 1`. */
    readonly point: string,
    file: string,
    /** What the model was set to there. */
    readonly set: Readonly<Record<string, Value>>,
    diagnostics: readonly Diagnostic[],
  ) {
    super(`${file} (${point})`, diagnostics);
  }
}

/** All combinations, the last axis fastest. */
export function cross(axes: readonly Axis[]): GridPoint[] {
  return axes.reduce<GridPoint[]>(
    (grid, { values }) => grid.flatMap((at) => values.map((value) => [...at, value])),
    [[]],
  );
}

/**
 * The model at a point of a grid.
 * @param base the model as it is written, with `set`
 * @throws VaryError where a value is none that its parameter takes, PointError where the model has errors there
 */
export function modelAtPoint(
  text: string,
  base: ParsedModel,
  axes: readonly Axis[],
  set: Readonly<Record<string, Value>>,
  at: GridPoint,
): ParsedModel {
  const varied = Object.fromEntries(axes.map(({ name, unit }, i) => [name, settingOf(at[i], unit)]));
  const { model, diagnostics } = checkModel(text, { file: base.file, set: { ...set, ...varied } });
  if (model !== null) return model;
  // Of a value from outside, no line of the text.
  const own = diagnostics.find(
    ({ line, column, path }) => line === 1 && column === 1 && axes.some(({ name }) => path === `parameters.${name}`),
  );
  if (own !== undefined) throw new VaryError(own.path.slice('parameters.'.length), own.message);
  throw new PointError(nameOf(axes, at), base.file, varied, diagnostics);
}

/** A point for people: `detect = 30 s, web_replicas = 4`. */
export function nameOf(axes: readonly Axis[], at: GridPoint): string {
  return axes.map(({ name, unit }, i) => `${name} = ${settingOf(at[i], unit)}`).join(', ');
}

/** What names a point, in whatever order points come. */
export function gridKey(at: GridPoint): string {
  return JSON.stringify(at);
}
