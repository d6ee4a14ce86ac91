import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spot } from '../../../web/explain/place.ts';

test('a box stands below its button where there is room', () => {
  expect(spot({ left: 100, top: 100, bottom: 124 }, { width: 400, height: 300 }, { width: 1280, height: 900 })).toEqual({ left: 92, top: 132 });
});

test('a box stands above its button at the bottom of the window', () => {
  expect(spot({ left: 100, top: 860, bottom: 884 }, { width: 400, height: 300 }, { width: 1280, height: 900 }).top).toBe(552);
});

test('a box never leaves a window that is large enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1900 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 560, max: 1920 }), (left, top, width) => {
      const box = { width: 400, height: 300 };
      const found = spot({ left, top, bottom: top + 24 }, box, { width, height: 900 });
      expect(found.left).toBeGreaterThanOrEqual(8);
      expect(found.left + box.width).toBeLessThanOrEqual(width - 8);
      expect(found.top).toBeGreaterThanOrEqual(8);
      expect(found.top + box.height).toBeLessThanOrEqual(900 - 8);
    }),
  );
});
