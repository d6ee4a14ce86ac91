import type { Model, Service } from '../model/model.ts';
import type { Rows } from './csr.ts';

/** [service] its first member; and behind the last service, how many members there are. */
export function firstMembers(services: readonly Pick<Service, 'placement'>[]): number[] {
  const first = [0];
  services.forEach(({ placement }, i) => first.push(first[i] + placement.length));
  return first;
}

/** [member] its service. */
export function memberServices(firstMember: readonly number[]): Int32Array {
  const services = firstMember.length - 1;
  const list = new Int32Array(firstMember[services]);
  for (let service = 0; service < services; service++) {
    list.fill(service, firstMember[service], firstMember[service + 1]);
  }
  return list;
}

/** [member] the domain it stands in. */
export function memberDomains({ services }: Model, firstMember: readonly number[]): Int32Array {
  const list = new Int32Array(firstMember[services.length]);
  services.forEach(({ placement }, i) => list.set(placement, firstMember[i]));
  return list;
}

/** The members of these services, one after the other. */
export function membersOf(services: readonly number[], firstMember: readonly number[]): Int32Array {
  const list = new Int32Array(services.reduce((sum, s) => sum + firstMember[s + 1] - firstMember[s], 0));
  let at = 0;
  for (const s of services) {
    for (let member = firstMember[s]; member < firstMember[s + 1]; member++) list[at++] = member;
  }
  return list;
}

/** Members in each domain and below it. */
export function membersByDomain({ domains }: Model, memberDomain: Int32Array): Rows {
  const offsets = new Int32Array(domains.length + 1);
  const everyDomain = (visit: (domain: number, member: number) => void) => {
    for (let member = 0; member < memberDomain.length; member++) {
      for (let d = memberDomain[member]; d >= 0; d = domains[d].parent) visit(d, member);
    }
  };
  everyDomain((domain) => offsets[domain + 1]++);
  for (let d = 0; d < domains.length; d++) offsets[d + 1] += offsets[d];
  const list = new Int32Array(offsets[domains.length]);
  const next = offsets.slice();
  everyDomain((domain, member) => (list[next[domain]++] = member));
  return { offsets, list };
}
