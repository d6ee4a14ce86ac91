import { describe, expect, test } from 'vitest';
import { LATER } from '../../src/model/index.ts';
import { BASE, only, said, withFailure, withService } from './helpers.ts';
import { EXAMPLE } from './example.ts';

describe('a word of a later version', () => {
  test('is refused by name, wherever it stands', () => {
    for (const word of ['operators', 'links', 'spares', 'overload']) {
      expect(only(`${BASE}${word}: { x: 1 }`).message).toMatch(new RegExp(`^'${word}' is not supported by this version of nines yet: `));
    }
    for (const word of ['maintenance', 'deploy', 'reschedule', 'autoscale', 'overload', 'spares', 'standby-failures', 'check', 'drill', 'on-partition']) {
      expect(only(withService(`replicas: 3, ${word}: 5`))).toMatchObject({ severity: 'error', path: `services.web.${word}`, suggestion: null });
      expect(only(withService(`replicas: 3, ${word}: 5`)).message).toMatch(/not supported by this version of nines yet/);
    }
    for (const word of ['repaired-by', 'latent', 'check', 'priority']) expect(only(withFailure(`mtbf: 1 day, mttr: 1 s, ${word}: x`)).message).toMatch(/not supported/);
    expect(LATER.size).toBeGreaterThan(15);
  });

  test('draws no messages about what it would have given a meaning', () => {
    const text = EXAMPLE.replace('needs: [db]', 'autoscale: { min: 4 }').replace('wants: { cache: 80% }', 'deploy: { every: 1 week }');
    expect(said(text).map((line) => line.split(' ')[2])).toEqual(['services.web.autoscale:', 'services.web.deploy:']);
  });

  test('is refused as a map in place of a value', () => {
    expect(only(withService('replicas: 2, mode: active-passive, failover: { decide: { by: on-call, takes: 10 min } }'))).toMatchObject({
      path: 'services.web.failover.decide', message: "'by' is not supported by this version of nines yet: people who have to be free to decide",
    });
    expect(only(EXAMPLE.replace('needs: [db]', 'needs: [db, { service: cache, scope: zone }]').replace('    wants: { cache: 80% }', ''))).toMatchObject({ path: 'services.web.needs[1]' });
  });
});
