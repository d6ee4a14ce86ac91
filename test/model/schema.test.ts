import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkModel, jsonSchema } from '../../src/model/index.ts';
import { documentShape } from '../../src/model/language/index.ts';
import { allShapes } from '../../src/model/language/lookup.ts';
import { EXAMPLE } from './example.ts';
import { gallery } from './gallery.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(jsonSchema());
const accepts = (document: unknown): boolean => validate(document);

type Json = { [key: string]: unknown };

describe('the JSON Schema', () => {
  test.each(gallery())('accepts %s', (_, text) => {
    accepts(parse(text));
    expect(validate.errors).toBeNull();
  });

  test('is plain data, by itself', () => {
    expect(JSON.parse(JSON.stringify(jsonSchema()))).toEqual(jsonSchema());
    expect(jsonSchema().$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('documents every key', () => {
    const definitions = jsonSchema().$defs as Record<string, { description: string; properties: Record<string, { description: string }> }>;
    expect(Object.keys(definitions)).toHaveLength(allShapes().length);
    for (const definition of Object.values(definitions)) {
      expect(definition.description.length).toBeGreaterThan(10);
      for (const [key, { description }] of Object.entries(definition.properties)) expect(description.length, key).toBeGreaterThan(10);
    }
  });

  test('has every key of the description', () => {
    const definitions = jsonSchema().$defs as Record<string, { properties: object }>;
    for (const shape of allShapes()) expect(Object.keys(definitions[shape.name.replace(/ /g, '-')].properties)).toEqual(Object.keys(shape.keys));
    expect(Object.keys(jsonSchema().properties as object)).toEqual(Object.keys(documentShape.keys));
  });

  test('rejects what is plainly wrong', () => {
    const example = () => parse(EXAMPLE) as Json;
    const with_ = (change: (model: Json) => void) => {
      const model = example();
      change(model);
      return model;
    };
    expect(accepts(with_((m) => { m.service = {}; }))).toBe(false);
    expect(accepts(with_((m) => { m.nines = 2; }))).toBe(false);
    expect(accepts(with_((m) => { delete m.nines; }))).toBe(false);
    expect(accepts(with_((m) => { (m.services as Json).web = { mode: 'active' }; }))).toBe(false);
    expect(accepts(with_((m) => { (m.services as Json).web = { retry: 'yes' }; }))).toBe(false);
    expect(accepts(with_((m) => { m.experiment = {}; }))).toBe(false);
  });

  test('rejects every misspelt key, and so does the validator', () => {
    const keys = paths(parse(EXAMPLE) as Json).filter((path) => fixed(path));
    expect(keys.length).toBeGreaterThan(60);
    fc.assert(fc.property(fc.constantFrom(...keys), fc.constantFrom('x', 's', '_', '-'), (path, suffix) => {
      const model = parse(EXAMPLE) as Json;
      const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, model);
      const key = path[path.length - 1];
      parent[`${key}${suffix}`] = parent[key];
      delete parent[key];
      expect(accepts(model)).toBe(false);
      expect(checkModel(JSON.stringify(model)).model).toBeNull();
    }), { numRuns: 150, seed: 1 });
  });

  test('rejects nothing that the validator accepts', () => {
    const leaf = fc.oneof(fc.constantFrom('30 s', '5 min', 'web', 'db', 'zone', 'active-passive', 'quorum', '99%', '5 USD/h', 'sync', 'lost', 'auto'), fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}), fc.constant(['db']));
    const targets = paths(parse(EXAMPLE) as Json);
    let both = 0;
    fc.assert(fc.property(fc.constantFrom(...targets), leaf, (path, value) => {
      const model = parse(EXAMPLE) as Json;
      const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, model);
      parent[path[path.length - 1]] = value;
      const read = checkModel(JSON.stringify(model)).model !== null;
      if (!accepts(model)) expect(read, `${path.join('.')}: ${JSON.stringify(value)}`).toBe(false);
      else if (read) both++;
    }), { numRuns: 400, seed: 2 });
    expect(both).toBeGreaterThan(20);
  });
});

/** The paths of all keys in a document. */
function paths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...paths(inner, [...path, key])]);
}

/** Whether the last key of a path is one of the language's own, rather than a name that the author chose. */
function fixed(path: readonly string[]): boolean {
  const parent = path[path.length - 2];
  return !['parameters', 'domains', 'components', 'services', 'failures', 'wants'].includes(parent ?? '');
}
