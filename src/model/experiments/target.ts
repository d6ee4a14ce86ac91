import type { Problem } from '../../units/index.ts';
import { messages } from '../messages/index.ts';
import type { Model, Service, Target } from '../model.ts';
import { MODES } from '../modes.ts';
import { linkName, linksNamed } from '../network.ts';
import { oneOrList } from './names.ts';

/** Finds the nearest of some words. */
type Nearest = (word: string, candidates: Iterable<string>) => string | null;

/** The things that an experiment may strike, by all their names. */
export class Targets {
  readonly #domains: ReadonlyMap<string, number>;
  /** All instances of a service by its name as written, and each by its own. */
  readonly #services = new Map<string, readonly number[]>();

  constructor(
    private readonly model: Model,
    private readonly nearest: Nearest,
  ) {
    this.#domains = new Map(model.domains.map(({ name }, i) => [name, i]));
    const instances = new Map<string, number[]>();
    model.services.forEach(({ name, written }, i) => {
      this.#services.set(name, [i]);
      const known = instances.get(written);
      if (known === undefined) instances.set(written, [i]);
      else known.push(i);
    });
    for (const [written, all] of instances) this.#services.set(written, all);
  }

  find(text: string, what: 'fail' | 'corrupt'): Target | Problem {
    return what === 'fail' ? this.#failing(text) : this.#corrupted(text);
  }

  #failing(text: string): Target | Problem {
    const domain = this.#domains.get(text);
    if (domain !== undefined) return { kind: 'domain', text, domain };
    const links = linksNamed(this.model, text);
    if (links.length > 0) return { kind: 'link', text, links };
    const services = this.#services.get(text);
    if (services !== undefined)
      return this.#hasMembers(services) ? { kind: 'service', text, services } : messages.nothingToFail(text);
    return (
      this.#active(text) ??
      this.#member(text) ??
      this.#misnamed(text) ??
      messages.unknown('domain or service', text, this.nearest(text, this.#names()))
    );
  }

  /** `db.active` */
  #active(text: string): Target | Problem | null {
    const name = /^(.*)\.active$/s.exec(text)?.[1];
    const services = name === undefined ? undefined : this.#services.get(name);
    if (name === undefined || services === undefined) return null;
    if (!this.#hasMembers(services)) return messages.nothingToFail(name);
    const { mode, sites, placement } = this.model.services[services[0]];
    if (MODES[mode].leader !== null) return { kind: 'active', text, services };
    return messages.noneActive(
      name,
      sites === null ? `${name}[0]` : `${name}[${this.model.domains[placement[0]]?.name ?? '0'}]`,
    );
  }

  /** `db[1]`, `shop[us-west-2]` */
  #member(text: string): Target | Problem | null {
    const [, name, which] = /^(.*)\[([^\]]*)\]$/s.exec(text) ?? [];
    const services = name === undefined ? undefined : this.#services.get(name);
    if (services === undefined) return null;
    if (!this.#hasMembers(services)) return messages.nothingToFail(name);
    const first = this.model.services[services[0]];
    if (first.sites !== null) return this.#site(text, name, which, services);
    if (/^\d{1,9}$/.test(which) && Number(which) < first.placement.length)
      return { kind: 'member', text, services, replica: Number(which) };
    return messages.noSuchMember(name, which, first.placement.length);
  }

  #site(text: string, name: string, which: string, services: readonly number[]): Target | Problem {
    const domains = services.flatMap((service) => this.model.services[service].placement);
    const domain =
      this.#domains.get(which) ??
      (/^\d{1,9}$/.test(which) && services.length === 1 ? domains[Number(which)] : undefined);
    if (domain !== undefined && domains.includes(domain)) return { kind: 'domain', text, domain };
    const names = domains.map((site) => this.model.domains[site].name);
    return messages.noSuchSite(name, which, this.nearest(which, names));
  }

  #corrupted(text: string): Target | Problem {
    const services = this.#services.get(text);
    if (services !== undefined)
      return this.#hasMembers(services) ? { kind: 'corrupt', text, services } : messages.nothingToCorrupt(text);
    if (this.#domains.has(text))
      return messages.misnamed(
        text,
        'a domain',
        "'fail' strikes it, with 'data: lost' where its data goes as well; 'corrupt' names services",
      );
    return this.#misnamed(text) ?? messages.unknown('service', text, this.nearest(text, this.#services.keys()));
  }

  /** What is no target, and yet something: a shock, a component, a kind of domain, a failure mode, a role. */
  #misnamed(text: string): Problem | null {
    const { shocks, components, domains, services } = this.model;
    const shock = shocks.find(({ name }) => name === text);
    if (shock !== undefined)
      return messages.failsShock(text, oneOrList([...new Set(shock.hits.map((service) => services[service].written))]));
    const component = components.findIndex(({ name }) => name === text);
    if (component >= 0)
      return messages.misnamed(
        text,
        'a component',
        'name what is made of it',
        oneOrList([...new Set(services.filter((each) => each.component === component).map(({ written }) => written))]),
      );
    const ofKind = domains.filter(({ kind }) => kind === text).map(({ name }) => name);
    if (ofKind.length > 0) return messages.misnamed(text, 'a kind of domain', 'name one', ofKind[0]);
    const [, name, role] = /^(.*)\.([a-z]+)$/s.exec(text) ?? [];
    if (name !== undefined && this.#services.has(name)) {
      if (/^(?:primary|leader|master|main)$/.test(role)) return messages.memberMeant(text, `${name}.active`);
      if (/^(?:standby|replica|secondary|slave|passive|follower)$/.test(role))
        return messages.memberMeant(text, `${name}[1]`);
    }
    const mode = text.slice(text.lastIndexOf('/') + 1);
    const domain = domains.find(
      ({ name: each, failures }) =>
        (text === mode || text === `${each}/${mode}`) && failures.some((failure) => failure.name === mode),
    );
    if (domain !== undefined) return messages.misnamed(text, 'a failure mode', 'name what fails by it', domain.name);
    const made = components.findIndex(
      ({ name: each, failures }) =>
        (text === mode || text === `${each}/${mode}`) && failures.some((failure) => failure.name === mode),
    );
    const service = made < 0 ? undefined : services.find((each) => each.component === made);
    return service === undefined
      ? null
      : messages.misnamed(text, 'a failure mode', 'name what fails by it', service.written);
  }

  #hasMembers(services: readonly number[]): boolean {
    return services.some((service) => this.model.services[service].placement.length > 0);
  }

  *#names(): Iterable<string> {
    yield* this.#domains.keys();
    yield* this.#services.keys();
    for (const link of this.model.links) yield linkName(this.model, link);
    for (const [name, services] of this.#services)
      if (hasActive(this.model.services[services[0]])) yield `${name}.active`;
  }
}

function hasActive({ mode, placement }: Service): boolean {
  return MODES[mode].leader !== null && placement.length > 0;
}
