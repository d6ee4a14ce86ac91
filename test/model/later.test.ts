import { describe, expect, test } from 'vitest';
import { LATER } from '../../src/model/language/later.ts';
import { BASE, only, said, withService } from './helpers.ts';
import { EXAMPLE } from './example.ts';

describe('a word of a later version', () => {
  test('is refused by name, wherever it stands', () => {
    for (const word of LATER.keys()) {
      const says = new RegExp(`^'${word}' is not supported by this version of nines yet: `);
      expect(only(`${BASE}${word}: { x: 1 }`).message).toMatch(says);
      const inService = only(withService(`replicas: 3, ${word}: 5`));
      expect(inService).toMatchObject({ severity: 'error', path: `services.web.${word}`, suggestion: null });
      expect(inService.message).toMatch(says);
    }
    // As long as there is one at all: a word that is built is taken off the list, and is held by its own tests.
    expect(LATER.has('autoscale')).toBe(true);
  });

  test('draws no messages about what it would have given a meaning', () => {
    const text = EXAMPLE.replace('needs: [db]', 'autoscale: { min: 4 }').replace('wants: { cache: 80% }', 'drain: 30 s');
    expect(said(text).map((line) => line.split(' ')[2])).toEqual(['services.web.autoscale:', 'services.web.drain:']);
  });

  test('is refused as a map in place of a value', () => {
    expect(only(EXAMPLE.replace('needs: [db]', 'needs: [{ any-of: [cache, db], within: zone }]').replace('    wants: { cache: 80% }', ''))).toMatchObject({ path: 'services.web.needs[0].within' });
  });
});

describe('the section "Operations" of the language page', () => {
  test.each([
    'drain: 30 s', 'on-partition: available',
  ])('%s of a service is refused, never ignored', (keys) => {
    const mode = keys.startsWith('mode') ? '' : 'mode: active-passive, ';
    expect(said(withService(`replicas: 3, ${mode}${keys}`)).filter((line) => line.startsWith('error'))).toEqual([expect.stringMatching(/not supported by this version of nines yet/)]);
  });

  test.each(['drain: 30 s'])('%s of a component is refused, never ignored', (keys) => {
    expect(only(BASE.replace('5 min } } }', `5 min } }, ${keys} }`)).message).toMatch(/not supported by this version of nines yet/);
  });
});
