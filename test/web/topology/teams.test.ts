import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { singlePoints } from '../../../src/analysis/structure/index.ts';
import { parseModel, simulate } from '../../../src/index.ts';
import { Teams } from '../../../web/topology/teams.tsx';

const model = parseModel(`nines: 1
teams: { crew: { people: 2, acknowledge: 1 h }, night: { people: 1 }, anybody: {} }
components: { c: { failures: { crash: { mtbf: 20 days, mttr: 1 h, repaired-by: crew }, hang: { mtbf: 90 days, mttr: 1 h, repaired-by: night } } } }
services: { web: { component: c } }
simulation: { years: 20 }
`);

// The page's worker, whom the structure is asked of, is not there in a test.
vi.mock('../../../web/topology/structure.ts', () => ({ structure: { get value() { return { text: '', figures: { singlePoints: singlePoints(model) } }; } } }));

test('the teams stand beside the topology: how many each has, how busy they are, how long one waits, and the one person', async () => {
  const report = await simulate(model, { workers: 0 });
  const [crew, night, anybody] = renderToString(h(Teams, { model, report })).split('<li>').slice(1).map((each) => each.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim());
  expect(crew).toMatch(/^crew 2 people busy [\d.]+%/);
  expect(crew).not.toContain('single point');
  expect(night).toMatch(/^night 1 person busy [\d.]+% .*single point of failure$/);
  expect(anybody).toBe('anybody as many as it takes');
  expect(renderToString(h(Teams, { model, report: null }))).not.toContain('busy');
});
