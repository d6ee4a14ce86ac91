import { MODES } from '../model/modes.ts';
import type { Distribution } from '../random/distribution.ts';
import { backupsOf } from '../model/backups.ts';
import type { Backup, DataSet, Model, Service } from '../model/model.ts';
import { packRows, type Rows } from './csr.ts';
import { POLICY } from './program.ts';
import type { SiteMap } from './sites.ts';

/** Who holds data, who looks after it, and from what it is restored. */
export interface DataMap {
  readonly holdsData: readonly boolean[];
  /** [service] as `Program.dataSite`. */
  readonly dataSite: readonly number[];
  readonly standbysEmpty: readonly boolean[];
  readonly restore: Rows;
  readonly policies: Float64Array;
  /** [policy] the written service's name; before reading begins. */
  readonly names: readonly string[];
  readonly provisions: readonly Distribution[];
  readonly copies: Rows;
  /** [policy] 1: of the same data as the policy before it. */
  readonly joins: Uint8Array;
}

/**
 * A service that works on sites looks after the data in them if it replicates between them, or if it is active-passive
 * and the sites that stand by are restored from backups. Otherwise each copy looks after its own.
 * @param struck [service] a failure that destroys data strikes its members
 */
export function mapData(
  model: Model,
  sites: SiteMap,
  firstMember: readonly number[],
  struck: readonly boolean[],
): DataMap {
  const { services } = model;
  const policies = new Policies();
  const inside = services.map((service, i) => (service.sites === null ? [] : sites.within[firstMember[i]]));
  const own = services.map((service, i) => policies.of(services, service, inside[i]));
  const standbysEmpty = services.map(
    (service, i) =>
      MODES[service.mode].standsBy && service.placement.length > 0 && service.replication === null && own[i].length > 0,
  );
  const looksAfter = services.map(
    (service, i) => service.sites !== null && (service.replication !== null || standbysEmpty[i]),
  );
  // Sites hold what stands in them: only where that is looked after together have they data of their own.
  const holdsData = services.map(
    (service, i) =>
      (struck[i] && service.sites === null) || service.data !== null || service.backup !== null || looksAfter[i],
  );
  const dataSite = dataSites(services, sites, firstMember, holdsData, looksAfter);
  // A service that works on sites and does not look after their data has none of its own to restore.
  const restores = services.map((service, i) =>
    dataSite[i] >= 0 || (service.sites !== null && !looksAfter[i] && service.backup === null) ? [] : own[i],
  );
  return {
    holdsData,
    dataSite,
    standbysEmpty: standbysEmpty.map((empty, i) => empty && (restores[i].length > 0 || dataSite[i] >= 0)),
    restore: packRows(restores),
    ...policies.pack(),
  };
}

const NO_DATA: DataSet = { sizeBytes: 0, changeBytesPerSecond: 0, costPerByteSecond: 0 };

/** From what data are restored: the policies of each service that was written. */
class Policies {
  readonly #list: { readonly backup: Backup; readonly data: DataSet; readonly number: number }[] = [];
  readonly #known = new Map<string, number>();

  /** What a service is restored from: its own backups, or those of what stands in its sites. */
  of(services: readonly Service[], service: Service, inside: readonly number[]): number[] {
    if (service.backup !== null) {
      return this.#policiesOf(service, service.data ?? together(services, inside));
    }
    const policies = inside.flatMap((i) => this.#policiesOf(services[i], services[i].data ?? NO_DATA));
    return [...new Set(policies)];
  }

  pack(): Pick<DataMap, 'policies' | 'names' | 'provisions' | 'copies' | 'joins'> {
    return {
      policies: Float64Array.from(this.#list.flatMap(({ backup, data }) => record(backup, data))),
      names: [...this.#known.keys()],
      provisions: this.#list.map(({ backup }) => backup.provision),
      copies: packRows(this.#list.map(({ backup }) => backup.copies)),
      joins: Uint8Array.from(this.#list, ({ number }) => (number > 0 ? 1 : 0)),
    };
  }

  #policiesOf(service: Service, data: DataSet): number[] {
    return backupsOf(service).map((backup, number) => {
      // Copies of one service in several sites are backed up once: their data are the same.
      const name = number === 0 ? service.written : `${service.written}, ${number + 1}`;
      let index = this.#known.get(name);
      if (index === undefined) {
        index = this.#list.push({ backup, data, number }) - 1;
        this.#known.set(name, index);
      }
      return index;
    });
  }
}

/** All the data that stand in a site. */
function together(services: readonly Service[], within: readonly number[]): DataSet {
  // Sites within the site hold the same data again.
  const first = within.flatMap((i) => (services[i].inFirstSite ? (services[i].data ?? []) : []));
  return {
    ...NO_DATA,
    sizeBytes: first.reduce((sum, data) => sum + data.sizeBytes, 0),
    changeBytesPerSecond: first.reduce((sum, data) => sum + data.changeBytesPerSecond, 0),
  };
}

/** [service] the innermost site (member) that looks after its data, and hands on to the one around it; −1: none. */
function dataSites(
  services: readonly Service[],
  { within }: SiteMap,
  firstMember: readonly number[],
  holdsData: readonly boolean[],
  looksAfter: readonly boolean[],
): number[] {
  const found = services.map(() => -1);
  services.forEach(({ placement }, i) => {
    if (!looksAfter[i]) return;
    placement.forEach((_, site) => {
      const member = firstMember[i] + site;
      for (const index of within[member]) {
        const isInner = found[index] < 0 || within[member].length < within[found[index]].length;
        if (holdsData[index] && isInner) found[index] = member;
      }
    });
  });
  return found;
}

function record(backup: Backup, data: DataSet): number[] {
  const fields = new Array<number>(POLICY.stride).fill(0);
  fields[POLICY.full] = backup.fullSeconds;
  fields[POLICY.differential] = backup.differentialSeconds ?? Infinity;
  fields[POLICY.incremental] = backup.incrementalSeconds ?? Infinity;
  fields[POLICY.log] = backup.logSeconds ?? Infinity;
  fields[POLICY.retention] = backup.retentionSeconds;
  fields[POLICY.size] = data.sizeBytes;
  fields[POLICY.change] = data.changeBytesPerSecond;
  fields[POLICY.backupRate] = backup.backupRate;
  fields[POLICY.restoreRate] = backup.restoreRate;
  fields[POLICY.replayRate] = backup.replayRate;
  fields[POLICY.restorable] = backup.restorable;
  fields[POLICY.drill] = backup.drillSeconds ?? Infinity;
  fields[POLICY.coinciding] = coinciding(fields[POLICY.incremental], fields[POLICY.differential]);
  return fields;
}

/** Of schedules that meet more rarely than once in so many incrementals it is no matter whether they meet. */
const RAREST_MEETING = 10_000;
const SAME_SECONDS = 1e-6;

function coinciding(incremental: number, differential: number): number {
  if (incremental === Infinity || differential === Infinity) return Infinity;
  const whole = Math.round(differential / incremental);
  if (whole >= 1 && Math.abs(differential - whole * incremental) < SAME_SECONDS) return whole;
  for (let n = 1; n <= RAREST_MEETING; n++) {
    const since = n * incremental;
    if (Math.abs(since - Math.round(since / differential) * differential) < SAME_SECONDS) return n;
  }
  return Infinity;
}
