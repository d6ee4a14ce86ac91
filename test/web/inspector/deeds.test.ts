import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyActs } from '../../../src/edit/index.ts';
import { checkModel, type Model } from '../../../src/model/index.ts';
import { deedsOf } from '../../../web/inspector/deeds.ts';
import { sceneOf } from '../../../src/topology/elements.ts';

const MODELS = join(import.meta.dirname, '../../../models');
const files = ['', 'dr'].flatMap((folder) => readdirSync(join(MODELS, folder)).filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name)));
const read = (file: string) => readFileSync(join(MODELS, file), 'utf8');
const modelOf = (text: string): Model => {
  const { model, diagnostics } = checkModel(text);
  if (model === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model;
};
const deedsIn = (model: Model) => sceneOf(model).elements.flatMap((element) => deedsOf(element, model).map((deed) => ({ element, deed })));

describe('what the inspector offers', () => {
  test('can be done in every model of the gallery unless something else still names it, and leaves a sound model', () => {
    let done = 0;
    const refused: string[] = [];
    for (const file of files) {
      const text = read(file);
      const seen = new Set<string>();
      for (const { element, deed } of deedsIn(modelOf(text))) {
        if (seen.has(deed.label)) continue;
        seen.add(deed.label);
        const outcome = applyActs(text, deed.acts);
        if ('refused' in outcome) {
          refused.push(`${file}, ${element.name}, ${deed.name}: ${outcome.refused}`);
          continue;
        }
        const after = modelOf(outcome.text);
        if (deed.then) expect(sceneOf(after).elements.map(({ kind, name }) => `${kind} ${name}`), `${file}: ${deed.label}`).toContain(`${deed.then.kind} ${deed.then.name}`);
        done++;
      }
    }
    // What something else in the model still names, or says that it may not be, is refused, with the way out; nothing else is.
    expect(refused.filter((line) => !/does not stand in the sites of this service|has no member '1': it has one|names are unique|is (above 'to'|below 'from')|so that the work is never done: /.test(line))).toEqual([]);
    // Of a hundred that are offered no more than three.
    expect(refused.length / (done + refused.length)).toBeLessThan(0.03);
    expect(done).toBeGreaterThan(200);
  });

  test('leads the web shop to a warm standby in a second region by two presses', () => {
    let text = read('web-shop.yaml');
    for (const [of, name] of [['eu-west-1', 'Add another region'], ['web', 'Warm standby in eu-west-2']]) {
      const found = deedsIn(modelOf(text)).find(({ element, deed }) => element.name === of && deed.name === name);
      const outcome = applyActs(text, found!.deed.acts);
      if ('refused' in outcome) throw new Error(outcome.refused);
      text = outcome.text;
    }
    const model = modelOf(text);
    const entry = model.services[model.entry];
    expect([entry.name, entry.mode, entry.sites?.length]).toEqual(['web-sites', 'active-passive', 2]);
    expect(model.services.map(({ name }) => name)).toEqual(expect.arrayContaining(['db@eu-west-1', 'db@eu-west-2', 'cache@eu-west-2', 'web@eu-west-2']));
    // What people wrote is still there.
    expect(text).toContain('# assumption: two thirds carry the peak');
  });

  test('spread over zones, it stands in several of them, whether it stood in one alone, in the region or in a zone at the top', () => {
    const zones = 'zone-a: { kind: zone }, zone-b: { kind: zone }, zone-c: { kind: zone }';
    for (const [domains, home] of [[`r: { kind: region, domains: { ${zones} } }`, 'zone-a'], [`r: { kind: region, domains: { ${zones} } }`, 'r'], [zones, 'zone-b']]) {
      const text = `nines: 1\ndomains: { ${domains} }\ncomponents: { s: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }\nservices:\n  web: { component: s, replicas: 3, in: ${home} }\n`;
      const spread = deedsIn(modelOf(text)).find(({ deed }) => deed.name === 'Spread over zones');
      const outcome = applyActs(text, spread?.deed.acts ?? []);
      if ('refused' in outcome) throw new Error(outcome.refused);
      expect(new Set(modelOf(outcome.text).services[0].placement).size, home).toBe(3);
    }
  });
});
