import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { BASE, only, said, withService } from './helpers.ts';

const GOOD = 'every: 1 week, change-failure-rate: 5%, recovery: 1 h';
const deploy = (more: string, keys = GOOD) => withService(`replicas: 3, deploy: { ${keys}${more} }`);

describe('deploys', () => {
  test('are read in SI units, with a canary of one member unless told otherwise', () => {
    const { services } = parseModel(deploy(', canary: { bake: 10 min, catches: 90% }'));
    expect(services[0].deploy).toEqual({
      ...{ every: { kind: 'constant', value: 604_800 }, changeFailureRate: 0.05, recovery: { kind: 'constant', value: 3600 } },
      canary: { members: 1, bakeSeconds: 600, catches: 0.9 },
    });
    expect(parseModel(BASE).services[0].deploy).toBe(null);
  });

  test('are expanded to what says the same', () => {
    const text = `teams: { ops: { people: 1 } }\n${deploy(', repaired-by: ops, priority: 2, canary: { members: 2, bake: 10 min, catches: 90% }').replace('1 week', '"exponential(1 day)"')}`;
    const model = parseModel(text);
    const again = parseModel(expandModel(text));
    expect(again.services).toEqual(model.services);
    expect(again.services[0].deploy).toMatchObject({ work: { team: 0, priority: 2 }, canary: { members: 2 } });
  });

  test.each([
    [deploy(', canary: { members: 4, bake: 10 min, catches: 90% }'), 'services.web.deploy.canary.members', /a canary of 4 is more than 'web' has members \(3\).*'members: 1'/],
    [deploy(', canary: { bake: 10 min, catches: 190% }'), 'services.web.deploy.canary.catches', /between 0 and 100%/],
    [deploy(', canary: { bake: 8 days, catches: 90% }'), 'services.web.deploy.canary.bake', /the next deploy would be due.*bake for less/],
    [deploy('', 'every: 0 s, change-failure-rate: 5%, recovery: 1 h'), 'services.web.deploy.every', /no time for anything else.*'1 week'/],
    [deploy('', 'every: 1 week, recovery: 1 h'), 'services.web.deploy', /'change-failure-rate'/],
    [deploy(', catches: 90%'), 'services.web.deploy.catches', /./],
  ])('that cannot be are refused with the way out (%#)', (text, path, message) => {
    expect(only(text)).toMatchObject({ severity: 'error', path, message: expect.stringMatching(message) });
  });

  test.each([
    [withService(`deploy: { ${GOOD}, canary: { bake: 10 min, catches: 90% } }`), /all members of 'web' are its canary/],
    [deploy('', 'every: 1 week, change-failure-rate: 0%, recovery: 1 h'), /no deploy is ever bad/],
  ])('that are hardly meant draw a warning (%#)', (text, message) => {
    expect(said(text)).toEqual([expect.stringMatching(message)]);
    expect(only(text).severity).toBe('warning');
  });

  test('have a kind for targets, which a model without them has none of', () => {
    const goal = 'targets: { rto: { deploy: 1 h } }\n';
    expect(only(`${goal}${BASE}`).message).toMatch(/give a service a 'deploy'/);
    expect(said(`${goal}${deploy('')}`)).toEqual([]);
  });
});
