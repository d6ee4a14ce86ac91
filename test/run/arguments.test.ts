import { describe, expect, it } from 'vitest';
import { checkModel, parseModel } from '../../src/index.ts';
import { COIN } from '../models.ts';

/** As JavaScript may call it. */
const call = (read: typeof parseModel | typeof checkModel, ...args: readonly unknown[]) => () => (read as (...args: readonly unknown[]) => unknown)(...args);

describe.each([['parseModel', parseModel], ['checkModel', checkModel]] as const)('%s', (_, read) => {
  it.each([
    [[Buffer.from(COIN)], 'text must be a string with the model in it, not a Buffer: decode it, as with new TextDecoder().decode(bytes).'],
    [[5], 'text must be a string with the model in it, not the number 5.'],
    [[], 'text must be a string with the model in it, not undefined.'],
    [[COIN, null], 'options must be an object, not null.'],
    [[COIN, 'coin.yaml'], "options must be an object, not the string 'coin.yaml'."],
    [[COIN, { sets: {} }], "unknown option 'sets': did you mean 'set'?"],
    [[COIN, { file: 5 }], 'file must be a string, not the number 5.'],
    [[COIN, { set: new Map() }], "set must be an object such as { zone_mtbf: '2 years' }, not a Map."],
    [[COIN, { set: ['x=5'] }], "set must be an object such as { zone_mtbf: '2 years' }, not an array."],
    [[COIN, { set: { x: null } }], "set.x must be a number or a string such as '45 s', not null."],
    [[COIN, { set: { x: undefined } }], "set.x must be a number or a string such as '45 s', not undefined."],
  ])('names the argument that is of a wrong type: %#', (args, message) => {
    expect(call(read, ...args)).toThrow(new TypeError(message));
  });

  it('takes undefined for what is not given, and objects without a prototype', () => {
    expect(call(read, COIN, undefined)).not.toThrow();
    expect(call(read, COIN, { file: undefined, set: undefined })).not.toThrow();
    expect(call(read, COIN, { set: Object.create(null) })).not.toThrow();
  });
});
