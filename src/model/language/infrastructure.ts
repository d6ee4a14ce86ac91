import { key, names, rate, record, shape, time, word } from './build.ts';
import { check } from './planned.ts';
import { standbyFailures } from './standby-failures.ts';
import { room } from './reschedule.ts';
import { failures } from './failures.ts';
import { sparesShape } from './people.ts';
import type { Field, Key, Kind, Named, ReadRecord, Shape } from './kinds.ts';
import type { failureShape } from './failures.ts';
import type { FieldsOf } from './kinds.ts';

export type FailureFields = FieldsOf<typeof failureShape.keys>;

/** A domain holds domains: the one place where the language is recursive, so its type is written out. */
export interface DomainFields {
  readonly kind?: Field<string>;
  readonly failures?: Field<readonly Named<ReadRecord<FailureFields>>[]>;
  readonly domains?: Field<readonly Named<ReadRecord<DomainFields>>[]>;
  readonly room?: Field<number>;
  readonly cost?: Field<number>;
}

const domain: Kind<ReadRecord<DomainFields>> = { type: 'record', shape: () => domainShape };

export const domains: Kind<readonly Named<ReadRecord<DomainFields>>[]> = names('domain', domain);

const domainShape: Shape<{ kind: Key<string>; failures: Key; domains: Key; room: Key; cost: Key }> = shape(
  'domain',
  'What fails together: everything placed in it is unreachable while it is down.',
  {
    kind: key(word, 'Any word; services are spread over the domains of one kind.', {
      default: 'domain',
      examples: ['region', 'zone', 'rack'],
    }),
    failures: key(failures, 'The ways in which it fails as a whole.'),
    domains: key(domains, 'The domains inside it.'),
    room,
    cost: key(rate, 'What it costs, whatever is placed in it.', { default: '0', examples: ['300 USD/month'] }),
  },
);

export const componentShape = shape(
  'component',
  'A kind of thing that fails by itself; the members of services are made of these.',
  {
    failures: key(failures, 'The ways in which one of it fails.'),
    spares: key(record(sparesShape), 'Parts on the shelf for repairs that need one.', {
      default: 'none',
      examples: ['{ stock: 2, lead-time: 5 days }'],
    }),
    restart: key(time, 'From the return of its domain to serving again.', { default: '0 s', examples: ['60 s'] }),
    'standby-failures': standbyFailures('by the `standby` of its service'),
    check: check('none'),
    cost: key(rate, 'What one of it costs while it runs.', { default: '0', examples: ['0.17 USD/h', '100 USD/month'] }),
  },
);
