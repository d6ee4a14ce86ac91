import { choice, duration, key, list, reference, shape, target, time } from './build.ts';

/** A chaos experiment or a recovery drill. */
export const experimentShape = shape(
  'experiment',
  'A question about the model: given that this happens now, what follows?',
  {
    fail: key(
      list(target),
      'What fails: domains, services, members (`db[0]`), sites (`shop[us-east-1]`), or whoever is active ' +
        '(`db.active`).',
      {
        default: 'nothing',
        examples: ['eu-west-1a', '[eu-west-1a, db.active]'],
      },
    ),
    corrupt: key(
      list(reference('service')),
      'Services whose data is corrupted everywhere at once, as replication copies a DROP TABLE.',
      { default: 'nothing', examples: ['db'] },
    ),
    for: key(time, 'How long what fails stays failed.', {
      default: 'the mttr of its own first failure mode',
      examples: ['2 h', 'lognormal(45 min, 4 h)'],
    }),
    after: key(duration, 'With several of them, each strikes that much after the one before.', {
      default: '0 s',
      examples: ['10 min'],
    }),
    data: key(
      choice({ kept: 'its data survives', lost: 'it comes back empty' }),
      'Whether the data of what fails survives.',
      { default: 'kept' },
    ),
  },
);
