import { expect, test } from 'vitest';
import { changesBetween } from '../../src/model/changes.ts';
import { parseModel } from '../../src/model/index.ts';
import { inWords } from '../../src/report/comparison/in-words.ts';

const BEFORE = `nines: 1
parameters: { n: 2, notice: { value: 30 s, from: 10 s, to: 5 min, is: decision }, plain: 1 h }
domains:
  eu: { kind: region, domains: { a: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: plain } } }, b: { kind: zone } } }
components: { disk: { failures: { crash: { mtbf: 30 days, mttr: plain } } }, 'my "app".v2': { failures: { crash: { mtbf: 30 days, mttr: 1 h } } } }
services:
  web: { component: 'my "app".v2', replicas: 3, needs: [db, auth], in: eu }
  db: { component: disk, replicas: n, mode: active-passive, failover: { detect: notice, promote: 20 s }, in: eu, across: zone }
  auth: { component: disk }
targets: { availability: 99.9% }
`;
const words = (after: string, before = BEFORE) => inWords(changesBetween(parseModel(before), parseModel(after))!);
const changed = (...edits: (readonly [string, string])[]) => edits.reduce((text, [from, to]) => {
  expect(text).toContain(from);
  return text.replace(from, to);
}, BEFORE);

test('what is otherwise of a service is one sentence, with the values before and after', () => {
  expect(words(changed(['replicas: n', 'replicas: 3'], ['promote: 20 s', 'promote: 10 s'], ['across: zone }', 'rebuild: 1 h }']))).toEqual([
    'db: replicas n → 3; failover.promote 20 s → 10 s; across removed, was zone; rebuild added: 1 h',
  ]);
});

test('what is there, or no longer, is said by its kind and name', () => {
  const more = changed([', b: { kind: zone }', ', c: { kind: zone }'], ['  auth: { component: disk }\n', '  cache: { component: disk }\n'], ['needs: [db, auth]', 'needs: [db, cache]'], ['targets:', 'shocks: { deploy: { mtbf: 1 year, mttr: 1 h, hits: web } }\ntargets:']);
  expect(words(more)).toEqual(['zone b removed', 'zone c added', 'web: needs cache added; needs auth removed', 'service auth removed', 'service cache added', 'shock deploy added']);
  // And the other way round.
  expect(words(BEFORE, more)).toEqual(expect.arrayContaining(['zone b added', 'zone c removed', 'service auth added', 'shock deploy removed', 'web: needs auth added; needs cache removed']));
});

test('a parameter is its value, whether or not it says what it is', () => {
  expect(words(changed(['n: 2', 'n: 3'], ['value: 30 s', 'value: 1 min']))).toEqual(['n 2 → 3', 'notice 30 s → 1 min']);
  expect(words(changed(['n: 2', 'n: { value: 4, from: 1, to: 8 }']))).toEqual(['n 2 → 4']);
  expect(words(changed(['n: 2', 'n: { value: 2, is: decision }']))).toEqual(['what parameter n is']);
  expect(words(changed(['from: 10 s', 'from: 20 s']))).toEqual(['parameter notice: from 10 s → 20 s']);
  expect(words(changed(['n: 2,', 'n: 2, m: { value: 2 * n, is: assumption },']))).toEqual(['parameter m added: 2 * n']);
});

test('domains within domains, names with quotes and dots, and targets have their own sentences', () => {
  const after = changed(['mtbf: 2 years', 'mtbf: 4 years'], ['mtbf: 30 days, mttr: 1 h', 'mtbf: 90 days, mttr: 1 h'], ['99.9%', '99.95%']);
  expect(words(after)).toEqual(['domain a: failures.outage.mtbf 2 years → 4 years', 'component my "app".v2: failures.crash.mtbf 30 days → 90 days', 'targets: availability 99.9% → 99.95%']);
});

test('comments, blank lines and the way in which the same is written are no difference', () => {
  expect(words(BEFORE.replace('services:', '\n# why\nservices:').replace('targets: { availability: 99.9% }', 'targets:\n  availability: 99.9%'))).toEqual([]);
});

test('a list in another order is said whole, and what is long is cut', () => {
  expect(words(changed(['needs: [db, auth]', 'needs: [auth, db]']))).toEqual(['web: needs [db, auth] → [auth, db]']);
  const long = words(changed(['targets:', `description: ${'x'.repeat(300)}\ntargets:`]));
  expect(long[0]).toMatch(/^description added: x{99}…$/);
});
