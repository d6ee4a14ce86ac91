import { describe, expect, it } from 'vitest';
import { gapCourse } from '../../src/analysis/gap/steps.ts';
import type { GapStepName } from '../../src/analysis/report-explanation.ts';
import { parseModel } from '../../src/model/index.ts';
import { gallery } from '../model/gallery.ts';
import { COIN, SHOP } from '../models.ts';

const ALL: readonly GapStepName[] = ['sharedDomains', 'detection', 'failoverTime', 'failoverFailure', 'capacity', 'shocks', 'data'];
const absentIn = (text: string) => gapCourse(parseModel(text)).steps.filter(({ absent }) => absent).map(({ step }) => step);
const unit = (services: string, rest = '') => `nines: 1\ncomponents: { app: { failures: { crash: { mtbf: 1 day, mttr: 1 h } } } }\nservices: { web: { component: app, ${services} } }\nentry: web\n${rest}`;

describe('the models between the arithmetic and the model as it is', () => {
  it.each(gallery())('%s: each has one reality more, and the last is the model itself', (_, text) => {
    const model = parseModel(text);
    const { models, steps } = gapCourse(model);
    const own = [...(text.includes('maintenance:') ? ['maintenance'] : []), ...(text.includes('change-failure-rate') ? ['deploys'] : []), ...(/^teams:/m.test(text) ? ['waits'] : [])];
    expect(steps.map(({ step }) => step)).toEqual([...ALL, ...own]);
    expect(models.at(-1)).toBe(model);
    expect(steps.at(-1)!.model).toBe(models.length - 1);
    expect(steps[0]).toMatchObject({ model: 0, absent: false });
    steps.slice(1).forEach(({ model: at, absent }, i) => expect(at - steps[i].model).toBe(absent ? 0 : 1));
    // By these names they live through the same history.
    for (const each of models) {
      expect(each.services.map(({ name, placement }) => [name, placement])).toEqual(model.services.map(({ name, placement }) => [name, placement]));
      expect(each.domains.map(({ name, failures }) => [name, failures.map((mode) => mode.name)])).toEqual(model.domains.map(({ name, failures }) => [name, failures.map((mode) => mode.name)]));
    }
  });

  it('has none for what is no part of the model', () => {
    expect(absentIn(COIN)).toEqual(ALL.slice(1));
    expect(absentIn(SHOP)).toEqual(['shocks']);
    expect(absentIn(unit('replicas: 2, health-check: { interval: 10 s }'))).toEqual(ALL.filter((step) => step !== 'sharedDomains' && step !== 'detection'));
    expect(absentIn(unit('replicas: 2, health-check: { interval: 10 s }, slow-start: 1 min'))).not.toContain('failoverTime');
    expect(absentIn(unit('replicas: 3, required: 2'))).not.toContain('capacity');
    expect(absentIn(unit('replicas: 3, load: 200%'))).not.toContain('capacity');
    expect(absentIn(unit('replicas: 3, load: 200%, overload: { then: crash }'))).not.toContain('capacity');
    expect(absentIn(unit('replicas: 3, mode: quorum'))).toContain('capacity');
    expect(absentIn(unit('replicas: 3, mode: quorum, required: 3'))).not.toContain('capacity');
    expect(absentIn(unit('replicas: 2', 'shocks: { deploy: { mtbf: 1 week, mttr: 1 h, hits: [web] } }'))).not.toContain('shocks');
    expect(absentIn(unit('replicas: 2, mode: active-passive, failover: { promote: 0 s, retry: 1 h }'))).toEqual(ALL.slice(1));
    expect(absentIn(unit('replicas: 2, mode: active-passive, failover: { success: 90% }'))).toEqual(ALL.filter((step) => step !== 'sharedDomains' && step !== 'failoverFailure'));
    expect(absentIn(unit('replicas: 2, mode: active-passive, false-positive: { mtbf: 1 year }'))).not.toContain('failoverFailure');
    expect(absentIn(unit('replicas: 2, mode: active-passive, replication: { mode: async }'))).not.toContain('data');
  });
});
