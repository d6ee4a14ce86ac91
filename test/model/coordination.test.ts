import { describe, expect, test } from 'vitest';
import { checkModel } from '../../src/model/index.ts';

const model = ({ links = '', db = '', etcd = '', web = '', room = '', more = '' }) => `nines: 1
domains:
  r: { kind: region, domains: { a: { kind: zone${room} }, b: { kind: zone${room} } } }
  s: { kind: region }
${links}components: { c: { failures: { out: { mtbf: 1 year, mttr: 1 h } } } }
services:
  web: { component: c, replicas: 4, in: r, across: zone, needs: [db]${web} }
  db: { component: c, replicas: 2, in: [r, s], mode: active-passive, failover: { needs: [etcd] }${db} }
  etcd: { component: c, replicas: 3, in: [r, s, r], mode: quorum${etcd} }
${more}entry: web
`;
const between = (ends: string, failures = 'failures: { cut: { mtbf: 1 year, mttr: 1 min } }') => `links: [ { between: [${ends}], ${failures} } ]\n`;
/** Each with the line of the text and the path in it. */
const said = (text: string) => checkModel(text).diagnostics.map(({ severity, line, path, message }) => `${severity} ${line} ${path}: ${message}`);

describe('coordination, network and capacity that cannot be, or hardly, are told with their place and the way out', () => {
  test.each([
    ['nothing of that', {}, []],
    ['a link to what holds it', { links: between('a, r') }, ["error 5 links[0].between: 'a' lies in 'r', and a link is between two that lie apart: name what lies beside it"]],
    ['a link to what it holds', { links: between('r, b') }, ["error 5 links[0].between: 'b' lies in 'r', and a link is between two that lie apart: name what lies beside it"]],
    ['a link with one end', { links: between('r') }, ["error 5 links[0].between: a link is between two domains, as in 'between: [eu-west-1, us-east-1]', and here there are 1"]],
    ['a link to nowhere', { links: between('r, t') }, ["error 5 links[0].between[1]: unknown domain 't'"]],
    ['a coordinator that needs what it coordinates', { etcd: ', needs: [db]' }, [expect.stringMatching(/^error \d+ services\..*in a circle: .*db.*etcd/)]],
    ['more copies than members', { web: ', mode: sharded, copies: 5' }, ['error 7 services.web.copies: copies: 5 is above replicas: 4, and a member holds one copy of a shard at most']],
    ['a load that no fleet carries', { web: ', load: 500%' }, ["error 7 services.web.load: no hour's load is carried even by all members: 500% at least, and 4 carry 400%: add replicas"]],
    ['room below what is placed', { web: ', reschedule: { after: 5 min }', room: ', room: 1' }, ['warning 7 services.web.reschedule: a holds 2 of its members, and the others have room for 1: when it is down 1 have nowhere to go']],
    [
      'both strict and available',
      { links: between('r, s'), web: ", replication: { mode: sync, strict: true }, on-partition: available" },
      [expect.stringMatching(/^error 8 services\.web\.replication\.strict: 'strict: true' stops where no replica is reached, and 'on-partition: available' goes on: it is one or the other$/)],
    ],
    ['a service beside the domain that holds it', { more: 'shocks: { cooling: { mtbf: 1 year, mttr: 1 h, hits: [r, web] } }\n' }, ["warning 10 shocks.cooling.hits[1]: 'web' is already inside r, which this shock takes whole: leave it out"]],
    ['a service of which a part stands elsewhere, or a shock that may miss the domain', { more: 'shocks: { cooling: { mtbf: 1 year, mttr: 1 h, hits: [r, db] }, heat: { mtbf: 1 year, mttr: 1 h, hits: [r, web], probability: 50% } }\n' }, []],
  ])('%s', (_, parts, messages) => {
    expect(said(model(parts))).toEqual(messages);
  });
});
