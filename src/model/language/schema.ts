import { DISTRIBUTION_SIGNATURES } from './distributions.ts';
import { documentShape } from './document.ts';
import type { Key, Kind, Shape } from './kinds.ts';
import { allShapes } from './lookup.ts';

/** As much of JSON Schema as is used here. */
type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The language as a JSON Schema (draft 2020-12), for editors: keys, kinds of values, words, documentation.
 * A value that may be an expression is a string or a number; what the string says only `parseModel` knows.
 */
export function jsonSchema(): JsonSchema {
  const definitions = Object.fromEntries(allShapes().map((shape) => [identifier(shape), record(shape)]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'nines model, version 1',
    ...record(documentShape),
    type: 'object',
    $defs: definitions,
  };
}

function record(shape: Shape): JsonSchema {
  const required = Object.entries(shape.keys).flatMap(([name, key]) => (key.required === true ? [name] : []));
  return {
    description: shape.doc,
    // Nothing at all is an empty map, as in `eu-west-1a:`.
    type: required.length > 0 ? 'object' : ['object', 'null'],
    properties: Object.fromEntries(Object.entries(shape.keys).map(([name, key]) => [name, property(key)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function property(key: Key): JsonSchema {
  return {
    ...value(key.kind),
    description: documentation(key),
    ...(key.examples === undefined ? {} : { examples: key.examples }),
  };
}

/** What a hover text says of a key. */
function documentation({ doc, default: otherwise, modes }: Key): string {
  return [
    doc,
    modes === undefined ? '' : `(Mode ${modes.join(', ')}.)`,
    otherwise === undefined ? '' : `Default: ${otherwise}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function value(kind: Kind): JsonSchema {
  switch (kind.type) {
    case 'text':
      return { type: ['string', 'number', 'boolean'] };
    case 'word':
    case 'reference':
    case 'target':
      return { type: ['string', 'number'] };
    case 'hours':
      return { type: 'string' };
    case 'version':
      return { const: 1 };
    case 'currency':
      return { type: 'string', pattern: '^[A-Z]{3}$' };
    case 'seed':
    case 'duration':
    case 'share':
    case 'integer':
    case 'years':
    case 'rate':
    case 'measure':
    case 'parameter':
      return { type: ['string', 'number'] };
    case 'draw':
      return { type: ['string', 'number'], $comment: `A time, or one of ${DISTRIBUTION_SIGNATURES.join(', ')}.` };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: Object.keys(kind.words) };
    case 'list':
      return { anyOf: [value(kind.of), { type: 'array', items: value(kind.of) }] };
    case 'names':
      return {
        type: ['object', 'null'],
        propertyNames: { minLength: 1, maxLength: 100 },
        additionalProperties: value(kind.of),
      };
    case 'record':
      return { $ref: `#/$defs/${identifier(kind.shape())}` };
    case 'either':
      return { anyOf: [value(kind.scalar), value(kind.record)] };
  }
}

function identifier({ name }: Shape): string {
  return name.replace(/ /g, '-');
}
