import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createState } from '../../src/engine/state.ts';
import { parseModel } from '../../src/model/index.ts';

const MEMBERS = 20_000;

const program = (bySource: boolean) =>
  compile(
    parseModel(`nines: 1
components: { server: { failures: { crash: { mtbf: 5 years, mttr: 2 h } } } }
services: { web: { component: server, replicas: ${MEMBERS}, required: ${MEMBERS * 0.9} } }
entry: web`),
    { bySource },
  ).program;

function bytesOf(fields: object): number {
  return Object.values(fields).reduce((sum: number, field: unknown) => sum + (ArrayBuffer.isView(field) ? field.byteLength : 0), 0);
}

describe('a member of a fleet takes', () => {
  it('64 bytes of the program', () => {
    expect(bytesOf(program(false)) / MEMBERS).toBeLessThan(64);
  });

  it('90 bytes of each state, and no room for what only comparisons have', () => {
    const bytes = (bySource: boolean) => createState(program(bySource)).buffer.byteLength;
    expect(bytes(false) / MEMBERS).toBeLessThan(90);
    // The hazard of each, and the failures of each clock (and a stream each, which is more).
    expect((bytes(true) - bytes(false)) / MEMBERS).toBeGreaterThan(16);
  });
});
