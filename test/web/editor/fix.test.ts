import { describe, expect, test } from 'vitest';
import { checkModel } from '../../../src/model/index.ts';
import { fixOf } from '../../../web/editor/fix.ts';

const model = (failure: string, keys: string, more = '') => `nines: 1
components: { c: { failures: { f: { ${failure} } } } }
services:
  web: { component: c, replicas: 2, mode: active-passive${keys} }
${more}`;
const SOUND = 'mtbf: 90 days, mttr: 5 min';

describe('applying what a diagnostic suggests mends the text', () => {
  test.each([
    ['a number with a comma', model('mtbf: 9,000 h, mttr: 5 min', '')],
    ['a range', model('mtbf: 90 days, mttr: 1-2 min', '')],
    ['a range in quotes', model('mtbf: 90 days, mttr: "1-2 min"', '')],
    ['a rate under another name', model('rate: 3 per year, mttr: 5 min', '')],
    ['an availability for an mtbf', model('mtbf: 99.9%, mttr: 5 min', '')],
    ['a word for a map', model(SOUND, ', replication: sync')],
    ['a range for a map', model(SOUND, ', failover: 60-120 s')],
    ['a time in quotes for a map', model(SOUND, ', failover: "60 s"')],
    ['a key by another name', model(SOUND, '').replace('replicas', 'instances')],
    ['a colon without a blank', model('mtbf:90 days, mttr: 5 min', '')],
    ['a shock for a target', model(SOUND, '', 'shocks: { s: { mtbf: 1 year, mttr: 1 h, hits: web } }\nexperiments: { x: { fail: s } }\n')],
    ['a name with brackets', model(SOUND, '', 'experiments: { x: { fail: web[1] } }\n')],
    ['a target under another name, with its value', model(SOUND, '', 'slo: 99.9%\n')],
  ])('%s', (_, text) => {
    const [diagnostic] = checkModel(text).diagnostics;
    const fix = fixOf(text, diagnostic);
    expect(fix, diagnostic.message).not.toBeNull();
    expect(checkModel(fix?.apply(text) ?? '').diagnostics.filter(({ severity }) => severity === 'error'), fix?.apply(text)).toEqual([]);
  });
});
