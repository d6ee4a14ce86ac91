import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, parseModel } from '../../src/model/index.ts';

const text = (teams: string, failure: string, more = '', component = '') => `nines: 1
name: people
teams: { ${teams} }
components: { server: { failures: { crash: { mtbf: 30 days, mttr: 1 h${failure} } }${component} } }
services: { web: { component: server, replicas: 2 }${more} }
entry: web
`;
const said = (model: string) => checkModel(model).diagnostics.map(({ severity, path, message, suggestion }) => `${severity} ${path}: ${message}${suggestion === null ? '' : ` → ${suggestion}`}`);
const only = (model: string) => {
  const all = said(model);
  expect(all.length, all.join('\n')).toBe(1);
  return all[0];
};

describe('bad input', () => {
  test.each([
    ['a team nobody asks', text('crew: { people: 1 }, idle: { people: 1 }', ', repaired-by: crew'), /^warning teams\.idle: nobody asks team 'idle': name it in the 'repaired-by'/],
    ['a team that is not there', text('crew: { people: 1 }', ', repaired-by: crw'), /^error components\.server\.failures\.crash\.repaired-by: unknown team 'crw'.* → crew$/],
    ['hours that never come', text('crew: { hours: 09:00-09:00 }', ', repaired-by: crew'), /^error teams\.crew\.hours: .*hours that never come/],
    ['what is no hours', text('crew: { hours: nine to five }', ', repaired-by: crew'), /^error teams\.crew\.hours: hours of a week are needed here, such as 'Mon-Fri 09:00-17:00'/],
    ['a team of nobody', text('crew: { people: 0 }', ', repaired-by: crew'), /^error teams\.crew\.people: /],
    ['escalation in a circle', text('a: { escalate: { after: 5 min, to: b } }, b: { escalate: { after: 5 min, to: a } }', ', repaired-by: a'), /^error teams\.\w\.escalate: teams escalate to each other in a circle: /],
    ['a spare nobody can order', text('crew: { people: 1 }', ', repaired-by: crew, needs-spare: true'), /^error .*needs-spare: nobody can order the spare: component 'server' has no 'spares'/],
    ['spares that nobody takes', text('crew: { people: 1 }', ', repaired-by: crew', '', ', spares: { stock: 1, lead-time: 1 day }'), /^warning components\.server\.spares: no repair of 'server' takes a part/],
    ['a priority without a team', text('crew: { people: 1 }', ', priority: 3').replace('teams: { crew: { people: 1 } }\n', ''), /^warning .*priority: 'priority' says who goes first/],
    ['a repair that needs what it repairs', text('crew: { people: 1 }', ', repaired-by: crew, repair-needs: [web]'), /^warning services\.web: 'web' cannot be repaired while 'web' is down.*for ever/],
    ['a repair that needs nothing known', text('crew: { people: 1 }', ', repaired-by: crew, repair-needs: [wbe]'), /^error .*repair-needs.*: unknown service 'wbe'.* → web$/],
    ['a team that cannot keep up', text('crew: { people: 1 }', ', repaired-by: crew').replace('mtbf: 30 days', 'mtbf: 30 min'), /team 'crew' cannot keep up: its work takes/],
    ['too much stock', text('crew: { people: 1 }', ', needs-spare: true, repaired-by: crew', '', ', spares: { stock: 1000000, lead-time: 1 day }'), /^error .*stock: the model is too large to run: a stock of 1,000,000/],
  ])('%s is answered with the advice that helps', (_, model, message) => {
    expect(said(model).filter((line) => message.test(line)).length, said(model).join('\n')).toBe(1);
  });

  test('a domain has no parts', () => {
    const model = text('crew: { people: 1 }', ', repaired-by: crew').replace('components:', 'domains: { z: { failures: { outage: { mtbf: 1 year, mttr: 1 h, needs-spare: true } } } }\ncomponents:').replace('replicas: 2', 'replicas: 2, in: z');
    expect(only(model)).toMatch(/^error domains\.z\.failures\.outage\.needs-spare: 'needs-spare' of a domain: parts are kept by a component/);
  });

  test('a warm-up that is short beside what is waited for is told so', () => {
    expect(only(text('crew: { people: 1 }', ', repaired-by: crew, needs-spare: true', '', ', spares: { stock: 1, lead-time: 90 days }'))).toMatch(/warning .*a warm-up of 1 year may be too short.*a part for 'server' takes 90 days/);
  });

  test('the nearest word of the field is offered for a key that is none', () => {
    expect(only(text('crew: { people: 1, mtta: 5 min }', ', repaired-by: crew'))).toMatch(/→ acknowledge$/);
    expect(only(text('crew: { people: 1 }', ', repaired-by: crew').replace('teams:', 'on-call:')).length).toBeGreaterThan(0);
  });
});

test('a model with people and parts is printed so that it reads as the same model', () => {
  const model = text(
    "crew: { people: 2, acknowledge: 'lognormal(5 min, 20 min)', escalate: { after: 10 min, to: boss }, hours: [Mon-Fri 08:00-18:00, Sat 10:00-14:00] }, boss: { acknowledge: 1 h }",
    ', repaired-by: crew, priority: 2, needs-spare: true, repair-needs: [tool]',
    ', tool: { }, db: { component: server, replicas: 2, mode: active-passive, failover: { decide: { by: boss, takes: 5 min } } }',
    ', spares: { stock: 1, lead-time: exponential(2 days) }',
  );
  const read = parseModel(model);
  const again = parseModel(expandModel(model));
  expect(again.teams).toEqual(read.teams);
  expect(again.components).toEqual(read.components);
  expect(again.services).toEqual(read.services);
  expect(read.components[0].failures[0].work).toEqual({ team: 0, priority: 2, needsSpare: true, needs: [1] });
});
