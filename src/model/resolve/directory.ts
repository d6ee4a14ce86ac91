import { messages } from '../messages/index.ts';
import type { DocumentFields, NamedService } from '../language/types.ts';
import type { Problem } from '../../units/index.ts';
import { asTyped, MOST_NAMES, oneOrList } from '../experiments/names.ts';
import type { DomainTree } from './domains.ts';
import { valueOr } from './fields.ts';

/** What a name stands for, where something of another sort is needed. */
type Thing =
  | { readonly is: 'service'; readonly component: string | null }
  | { readonly is: 'component'; readonly services: readonly string[] }
  | { readonly is: 'domain'; readonly kind: string }
  | { readonly is: 'kind'; readonly domains: readonly string[] }
  | { readonly is: 'shock' | 'parameter' | 'experiment' };

/** Everything in a model that has a name: who names a shock where a service is needed shall be told what it is. */
export class Directory {
  constructor(
    private readonly fields: DocumentFields,
    private readonly services: readonly NamedService[],
    private readonly tree: DomainTree,
    private readonly parameters: readonly string[],
  ) {}

  /**
   * What is wrong with a name that stands for something else than is needed; null where it stands for nothing.
   * @param what that is needed: `service`, `component`, `domain`
   * @param path of the place, whose last key says what for
   */
  misnamed(what: string, name: string, path: string): Problem | null {
    const problem = this.#explained(what, name, path);
    return problem === null ? null : asTyped(problem, /(?:\]|\.of|^entry|\.component)$/.test(path));
  }

  #explained(what: string, name: string, path: string): Problem | null {
    const use = /([^.[\]]+)(?:\[\d+\])?$/.exec(path)?.[1] ?? '';
    const list = this.#listed(what, name);
    if (list !== null) return messages.listInOne(name, list);
    const member = /^(.+)(?:\.active|\[[^\]]*\])$/s.exec(name)?.[1];
    if (member !== undefined && what === 'service' && this.#find(member)?.is === 'service')
      return messages.memberNamed(name, member);
    if (use === 'copies' && /^\d+$/.test(name)) return messages.countNamed(use, name, 'domains');
    if (use === 'hits' && /^(?:all|any|everything|\*)$/i.test(name))
      return messages.allNamed(name, oneOrList(this.services.map((service) => service.name)));
    const thing = this.#find(name);
    if (thing === null || thing.is === what) return null;
    switch (thing.is) {
      case 'domain':
        return messages.misnamed(
          name,
          `a domain (${thing.kind})`,
          what === 'service' ? `'in: ${name}' places a service there` : null,
        );
      case 'kind':
        return messages.misnamed(
          name,
          'a kind of domain',
          use === 'in' ? `'across: ${name}' spreads over all of them` : null,
          what === 'domain' ? oneOrList(thing.domains) : null,
        );
      case 'component':
        return what === 'service'
          ? messages.misnamed(
              name,
              'a component',
              thing.services.length > 0
                ? 'name what is made of it'
                : `put a service around it, as in '${name}-service: { component: ${name} }'`,
              oneOrList(thing.services),
            )
          : messages.misnamed(name, 'a component', null);
      case 'service':
        return messages.misnamed(
          name,
          'a service',
          what === 'component' && thing.component !== null ? `it is made of '${thing.component}'` : null,
          what === 'component' ? thing.component : null,
        );
      default:
        return messages.misnamed(
          name,
          thing.is === 'experiment' ? 'an experiment' : `a ${thing.is}`,
          thing.is === 'shock' ? "it strikes by itself what its 'hits' names" : null,
        );
    }
  }

  /** `a, b` in one text, where each is known: the list of them. */
  #listed(what: string, text: string): string | null {
    const parts = text.split(/\s*[,;]\s*|\s+and\s+|\s+/);
    return parts.length > 1 && parts.length <= MOST_NAMES && parts.every((part) => this.#find(part)?.is === what)
      ? `[${parts.join(', ')}]`
      : null;
  }

  #find(name: string): Thing | null {
    const service = this.services.find((each) => each.name === name);
    const isComponent = (called: string | null): boolean =>
      valueOr(this.fields.components, []).some((each) => each.name === called);
    if (service !== undefined)
      return { is: 'service', component: isComponent(componentOf(service)) ? componentOf(service) : null };
    if (isComponent(name)) {
      return {
        is: 'component',
        services: this.services.filter((each) => componentOf(each) === name).map((each) => each.name),
      };
    }
    const domain = this.tree.list.find((each) => each.name === name);
    if (domain !== undefined) return { is: 'domain', kind: domain.kind };
    if (valueOr(this.fields.shocks, []).some((each) => each.name === name)) return { is: 'shock' };
    const ofKind = this.tree.list.filter(({ kind }) => kind === name).map((each) => each.name);
    if (ofKind.length > 0) return { is: 'kind', domains: ofKind };
    if (this.parameters.includes(name)) return { is: 'parameter' };
    return valueOr(this.fields.experiments, []).some((each) => each.name === name) ? { is: 'experiment' } : null;
  }
}

function componentOf({ field }: NamedService): string | null {
  return field.ok ? valueOr(field.value.fields.component, null) : null;
}
