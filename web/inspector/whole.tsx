import { namesIn } from '../editor/names.ts';
import { blank, text } from '../state/store.ts';
import { entriesBelow, outlineOf } from '../text/outline.ts';
import type { Deed } from './deed.ts';
import { DeedButton, Refused } from './do.tsx';

/** What is added to the model as a whole: what strikes across it, what is tried on it, what it is held to. */
export function WholeDeeds() {
  if (blank.value) return null;
  return (
    <section class="inspector-do" aria-label="What can be done">
      <div class="inspector-deeds">
        {wholeDeeds(text.value).map((deed) => (
          <DeedButton key={deed.name} deed={deed} />
        ))}
      </div>
      <Refused />
    </section>
  );
}

function wholeDeeds(now: string): readonly Deed[] {
  const { entries } = outlineOf(now);
  const { service: services, domain: domains } = namesIn(now).of;
  const fresh = (section: string, stem: string, dash = '-') => {
    const taken = new Set(entriesBelow(entries, [section]).map(({ path }) => path[1]));
    for (let i = 1; ; i++) if (!taken.has(`${stem}${dash}${i}`)) return `${stem}${dash}${i}`;
  };
  const [shock, experiment] = [fresh('shocks', 'bad-deploy'), fresh('experiments', 'drill')];
  const [parameter, component] = [fresh('parameters', 'value', '_'), fresh('components', 'server')];
  const hasTargets = entriesBelow(entries, ['targets']).length > 0;
  return [
    {
      ...{ name: 'Add a parameter', label: `add the parameter ${parameter}` },
      acts: [{ act: 'add', thing: { what: 'parameter', name: parameter } }],
      then: { kind: 'parameter', name: parameter },
    },
    {
      ...{ name: 'Add a component', label: `add the component ${component}` },
      acts: [{ act: 'add', thing: { what: 'component', name: component } }],
      then: { kind: 'component', name: component },
    },
    {
      ...{ name: 'Add a shock', label: `add the shock ${shock}` },
      acts: [
        {
          act: 'add',
          thing: { what: 'shock', name: shock },
          value: { hits: services.slice(0, 2), mtbf: '1 year', mttr: '30 min' },
        },
      ],
      then: { kind: 'shock', name: shock },
    },
    {
      ...{ name: 'Add an experiment', label: `add the experiment ${experiment}` },
      acts: [
        {
          act: 'add',
          thing: { what: 'experiment', name: experiment },
          value: { fail: domains[0] ?? services[0], for: '2 h' },
        },
      ],
      then: { kind: 'experiment', name: experiment },
    },
    ...(hasTargets
      ? []
      : [
          {
            ...{ name: 'State targets', label: 'state targets' },
            acts: [{ act: 'set', path: ['targets'], value: { availability: '99.95%', rto: '15 min' } }],
          } as const,
        ]),
  ];
}
