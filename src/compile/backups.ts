import type { Distribution } from '../random/distribution.ts';
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
  const policies: { backup: Backup; data: DataSet }[] = [];
  const known = new Map<string, number>();
  const policyOf = (service: Service, data: DataSet): number => {
    // Copies of one service in several sites are backed up once: their data are the same.
    let index = known.get(service.written);
    if (index === undefined) known.set(service.written, (index = policies.push({ backup: service.backup!, data }) - 1));
    return index;
  };
  const inside = services.map((service, i) => (service.sites === null ? [] : sites.within[firstMember[i]]));
  const own = services.map((service, i) => sourcesOf(service, inside[i]));

  function sourcesOf(service: Service, within: readonly number[]): number[] {
    if (service.backup !== null) return [policyOf(service, service.data ?? together(within))];
    return [
      ...new Set(
        within.flatMap((i) =>
          services[i].backup === null ? [] : [policyOf(services[i], services[i].data ?? together([]))],
        ),
      ),
    ];
  }
  function together(within: readonly number[]): DataSet {
    // Sites within the site hold the same data again.
    const first = within.filter((i) => services[i].inFirstSite);
    const sum = (of: (data: DataSet) => number) =>
      first.reduce((total, i) => total + (services[i].data === null ? 0 : of(services[i].data)), 0);
    return {
      sizeBytes: sum((d) => d.sizeBytes),
      changeBytesPerSecond: sum((d) => d.changeBytesPerSecond),
      costPerByteSecond: 0,
    };
  }

  const standbysEmpty = services.map(
    (service, i) =>
      service.mode === 'active-passive' &&
      service.placement.length > 0 &&
      service.replication === null &&
      own[i].length > 0,
  );
  const looksAfter = services.map(
    (service, i) => service.sites !== null && (service.replication !== null || standbysEmpty[i]),
  );
  // Sites hold what stands in them: only where that is looked after together have they data of their own.
  const holdsData = services.map(
    (service, i) =>
      (struck[i] && service.sites === null) || service.data !== null || service.backup !== null || looksAfter[i],
  );
  const dataSite = services.map(() => -1);
  services.forEach((service, i) => {
    if (!looksAfter[i]) return;
    service.placement.forEach((_, site) => {
      const member = firstMember[i] + site;
      for (const index of sites.within[member]) {
        // The innermost site that looks after them; it hands on to the one around it.
        if (
          holdsData[index] &&
          (dataSite[index] < 0 || sites.within[member].length < sites.within[dataSite[index]].length)
        )
          dataSite[index] = member;
      }
    });
  });
  // A service that works on sites and does not look after their data has none of its own to restore.
  const restores = services.map((service, i) =>
    dataSite[i] >= 0 || (service.sites !== null && !looksAfter[i] && service.backup === null) ? [] : own[i],
  );
  return {
    holdsData,
    dataSite,
    standbysEmpty: standbysEmpty.map((empty, i) => empty && (restores[i].length > 0 || dataSite[i] >= 0)),
    restore: packRows(restores),
    policies: Float64Array.from(policies.flatMap(({ backup, data }) => record(backup, data))),
    names: [...known.keys()],
    provisions: policies.map(({ backup }) => backup.provision),
    copies: packRows(policies.map(({ backup }) => backup.copies)),
  };
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
