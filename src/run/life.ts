/** What changed in one life, in the order in which it happened. */
export interface LifeEvent {
  /** Seconds since the year began. */
  readonly time: number;
  readonly kind: 'member' | 'domain' | 'link' | 'shock' | 'service' | 'stage' | 'wait';
  /** Index of the member (services' replicas in a row), domain, link, shock, service, or of what is waited for. */
  readonly index: number;
  /**
   * member, domain, link, shock: `up` or `down` (a domain by its own failures, a shock is down while it is on, a
   * link while it is cut); service: its answer in [0, 1] as `value` and `up`, `degraded` or `down` by the model's
   * SLA; stage: the name of the stage of an active-passive service or quorum (`serving`, `detecting`, `deciding`,
   * `waiting`, `between attempts`, `promoting`, `restoring`, `redirecting`, `electing`, `stopped`; of any service
   * that restores from backups), with `value` the member that is active or leads, −1 none; wait: `waits` or `over`,
   * with `value` how many repairs, decisions or members wait for it now.
   */
  readonly state: string;
  readonly value: number;
  /** For people: `db[0] fails (disk)`, `db[0] (disk) waits for on-call`, `web answers 83%`, `db: promoting db[1]`. */
  readonly text: string;
}

/** A time in which the entry was down, as far as it lies in the year. */
export interface LifeIncident {
  /** Seconds since the year began; 0 where it was down when the year began. */
  readonly start: number;
  /** The year's length where it is down when the year ends. */
  readonly end: number;
  /** As in a report: `eu-west-1a/outage`. */
  readonly cause: string;
}

/** Who is where: names come from `names`, −1 is nowhere. */
interface LifeStructure {
  readonly memberService: readonly number[];
  /** [member] innermost domain, −1 outside all. */
  readonly memberDomain: readonly number[];
  readonly domainParent: readonly number[];
  readonly domainKind: readonly string[];
  readonly entry: number;
  /** A service is down while it answers less than this. */
  readonly downBelow: number;
}

/** One simulated year, event by event. */
export interface Life {
  readonly seed: string;
  /** Which history: with the seed and the model it is the same again. */
  readonly replication: number;
  /** Seconds. */
  readonly length: number;
  /** Seconds that the entry was down in it. */
  readonly downtime: number;
  /**
   * State at the beginning, [member], [domain], [link], [service] (answer), [service] (stage name), [service] (active
   * member).
   */
  readonly start: {
    readonly membersUp: readonly boolean[];
    readonly domainsUp: readonly boolean[];
    readonly linksUp: readonly boolean[];
    readonly answers: readonly number[];
    readonly stages: readonly string[];
    /** −1: none, or a service whose members all serve alike. */
    readonly active: readonly number[];
    /** [what is waited for] how many wait. */
    readonly waiting: readonly number[];
  };
  readonly events: readonly LifeEvent[];
  /** All of them, in order. */
  readonly incidents: readonly LifeIncident[];
  /** More happened than is kept. */
  readonly truncated: boolean;
  readonly names: {
    readonly members: readonly string[];
    readonly domains: readonly string[];
    /** `eu-west-1--us-east-1`. */
    readonly links: readonly string[];
    readonly services: readonly string[];
    readonly shocks: readonly string[];
    /** What is waited for: `on-call`, `hours of on-call`, `a part: disk`. */
    readonly waits: readonly string[];
  };
  readonly structure: LifeStructure;
}
