import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect } from 'vitest';

/** What a plot draws, as it would stand in a file; every number in it is one. @returns how many shapes are in it */
export function shapesIn(drawing: ComponentChildren): number {
  const markup = renderToString(h('svg', null, drawing));
  expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/);
  return markup.match(/<(?:path|rect|circle|line|polygon)\b/g)?.length ?? 0;
}
