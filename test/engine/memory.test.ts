import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createState } from '../../src/engine/schema.ts';
import { parseModel } from '../../src/model/index.ts';

const MEMBERS = 20_000;

const { program } = compile(
  parseModel(`nines: 1
components: { server: { failures: { crash: { mtbf: 5 years, mttr: 2 h } } } }
services: { web: { component: server, replicas: ${MEMBERS}, required: ${MEMBERS * 0.9} } }
entry: web`),
);

function bytesOf(fields: object): number {
  return Object.values(fields).reduce((sum: number, field: unknown) => sum + (ArrayBuffer.isView(field) ? field.byteLength : 0), 0);
}

it('a member of a fleet takes at most 64 bytes, of the program and of a state together', () => {
  const bytes = bytesOf(program) + createState(program).buffer.byteLength;
  expect(bytes / MEMBERS).toBeLessThan(64);
});
