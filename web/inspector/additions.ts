import type { Act } from '../../src/edit/index.ts';
import type { Model } from '../../src/model/model.ts';
import { namesIn } from '../editor/names.ts';
import { entriesBelow, outlineOf } from '../text/outline.ts';
import { pathOfPart, type Part, writtenName } from '../text/whereabouts.ts';
import type { Deed } from './deed.ts';
import { backup, replica, standby, ZONE_FAILURES } from './deeds.ts';

/** What is added to a model, with what is chosen in mind. A string: why it cannot be added now. */
export interface Additions {
  readonly zone: Deed;
  readonly service: Deed;
  readonly replica: Deed | string;
  readonly standby: Deed | string;
  readonly backup: Deed | string;
}

/**
 * @param model null: the text has none yet; then zones and services are all that can be added
 */
export function additionsTo(text: string, model: Model | null, choice: Part | null): Additions {
  const service = model === null ? null : chosenService(model, choice);
  const ofService = (deed: (of: NonNullable<typeof service>) => Deed): Deed | string =>
    service === null
      ? 'Choose a service first.'
      : service.component < 0
        ? `${service.written} has no members.`
        : deed(service);
  return {
    zone: zoneFor(text, choice),
    service: serviceFor(text, choice),
    replica: ofService((of) => replica(of, 1)),
    standby: ofService((of) => standby(of, model!)),
    backup: ofService(backup),
  };
}

/** The service that is chosen, by itself or by a member of it; where there is only one, that one. */
function chosenService({ services }: Model, choice: Part | null) {
  if (choice?.kind === 'service') return services.find(({ name }) => name === choice.name) ?? null;
  if (choice?.kind === 'member')
    return services.find(({ name }) => name === choice.name.replace(/(\[[^\]]*\]| in .*)$/, '')) ?? null;
  return choice === null && services.length === 1 ? services[0] : null;
}

/** Within the chosen domain, or beside it where it has none inside; else like the last one of the text. */
function zoneFor(text: string, choice: Part | null): Deed {
  const domains = namesIn(text).of.domain;
  const { entries } = outlineOf(text);
  const path = choice?.kind === 'domain' ? pathOfPart(text, choice) : null;
  const inside =
    path === null ? [] : entriesBelow(entries, [...path, 'domains']).map((entry) => entry.path[entry.path.length - 1]);
  const like = inside.at(-1) ?? (path === null ? domains.at(-1) : choice!.name);
  if (like === undefined) {
    const thing = { what: 'domain', name: 'zone-a' } as const;
    return {
      ...{ name: '+ Zone', label: 'add a zone' },
      acts: [{ act: 'add', thing, value: { kind: 'zone', failures: ZONE_FAILURES } }],
    };
  }
  return {
    name: '+ Zone',
    label: `add a zone like ${like}`,
    acts: [{ act: 'duplicate', thing: { what: 'domain', name: like } }],
  };
}

const NAMES = ['web', 'db', 'cache', 'queue', 'search', 'mail'];

/** Needed by the chosen service; in the chosen domain, or wherever there is one. */
function serviceFor(text: string, choice: Part | null): Deed {
  const { service: services, domain: domains } = namesIn(text).of;
  const name = NAMES.find((each) => !services.includes(each)) ?? `service-${services.length + 1}`;
  const acts: Act[] = [{ act: 'add', thing: { what: 'service', name } }];
  const user = choice?.kind === 'service' ? writtenName(choice.name) : null;
  const home = choice?.kind === 'domain' ? choice.name : user === null ? leafOf(domains, text) : null;
  if (home !== null && domains.includes(home)) acts.push({ act: 'place', service: name, in: [home] });
  if (user !== null) acts.push({ act: 'need', service: user, on: name });
  return {
    ...{ name: '+ Service', label: user === null ? `add the service ${name}` : `add ${name}, which ${user} needs` },
    acts,
    then: { kind: 'service', name },
  };
}

/** The first domain without others inside. */
function leafOf(domains: readonly string[], text: string): string | null {
  const { entries } = outlineOf(text);
  return (
    domains.find((name) => {
      const path = pathOfPart(text, { kind: 'domain', name });
      return path !== null && entriesBelow(entries, [...path, 'domains']).length === 0;
    }) ?? null
  );
}
