import { expect } from 'vitest';
import { checkModel, parseModel, type Diagnostic, type ParsedModel, type ParseOptions } from '../../src/model/index.ts';

/** A small sound model: one service of three servers, without any warning. */
export const BASE = `nines: 1
components:
  server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } }
services:
  web: { component: server, replicas: 3 }
`;

/** The same stack in two regions, all of it serving, without any warning. */
export const SITED = `nines: 1
domains:
  eu: { kind: region, failures: { outage: { mtbf: 8 years, mttr: 4 h } }, domains: { eu-a: { kind: zone }, eu-b: { kind: zone } } }
  us: { kind: region, failures: { outage: { mtbf: 8 years, mttr: 4 h } }, domains: { us-a: { kind: zone }, us-b: { kind: zone } } }
components:
  server: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } }
  disk: { failures: { crash: { mtbf: 90 days, mttr: 3 min }, loss: { mtbf: 50 years, mttr: 2 h, data: lost } } }
services:
  shop: { of: stack, sites: [eu, us] }
  stack: { needs: [web, db] }
  web: { component: server, replicas: 2, across: zone, needs: db }
  db: { component: disk, replicas: 2, across: zone, mode: active-passive, replication: { mode: sync }, data: { size: 500 GB } }
`;

/** That model with other keys for the service that works on sites, and more after it. */
export function withSites(keys: string, more = ''): string {
  return SITED.replace('{ of: stack, sites: [eu, us] }', `{ ${keys} }`) + more;
}

/** The base with other keys for its one service, and more after it. */
export function withService(keys: string, more = ''): string {
  return `${BASE.split('\n').slice(0, 4).join('\n')}\n  web: { component: server, ${keys} }\n${more}`;
}

/** The base, whose component has this failure mode. */
export function withFailure(keys: string): string {
  return BASE.replace('crash: { mtbf: 30 days, mttr: 5 min }', `crash: { ${keys} }`);
}

/** Each diagnostic on one line, as `error 5:3 services.web: message`. */
export function said(text: string, options: ParseOptions = {}): string[] {
  return checkModel(text, options).diagnostics.map(({ severity, line, column, path, message }) => `${severity} ${line}:${column} ${path}: ${message}`);
}

/** The only diagnostic that a text has. */
export function only(text: string, options: ParseOptions = {}): Diagnostic {
  const { diagnostics } = checkModel(text, options);
  expect(said(text, options)).toEqual(said(text, options).slice(0, 1));
  return diagnostics[0];
}

/** The model of a text that has no diagnostics at all. */
export function clean(text: string, options: ParseOptions = {}): ParsedModel {
  expect(said(text, options)).toEqual([]);
  return parseModel(text, options);
}

/** Where `part` begins in a text, as a diagnostic would say it. */
export function at(text: string, part: string): { line: number; column: number } {
  const index = text.indexOf(part);
  expect(index, `'${part}' is in the text`).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
