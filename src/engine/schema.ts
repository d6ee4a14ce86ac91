import { FLEET, type Program } from '../compile/program.ts';
import { STREAM_STRIDE } from '../random/stream.ts';
import { hasLeases, slotsOf } from './timers.ts';

/*
 * Everything that changes while a history is lived, once: what it is called, of what type, one for each what, and with
 * which value a history begins. A state is allocated, set back and copied by this table and that of `scalars.ts`, and
 * the types `State` and `Scalars` are theirs. Times are seconds since the observed years began (warm-up is negative).
 */

/** Of so many times without data each copy knows; older ones are beyond what is kept. */
export const MOST_GAPS = 8;

/** Some faults go unnoticed. */
export function hasLatent({ fleets }: Program): boolean {
  for (let at = 0; at < fleets.length; at += FLEET.stride) if (fleets[at + FLEET.latent] === 1) return true;
  return false;
}

/** How many there are of what a field has one for each. */
function sizesOf(program: Program) {
  const { clocks, members, services, domains, policies, streams, sources } = program.counts;
  const slots = slotsOf(program);
  const timers = slots.count - slots.timers;
  return {
    /** Words of the rows of random numbers; the last row is scratch. */
    streamWord: (streams + 1) * STREAM_STRIDE,
    /** Entries of the heap: room for every slot, and for each timer's as much again. */
    entry: Math.max(1, clocks + 2 * timers),
    /** Slots beyond the clocks'. */
    timer: timers,
    source: sources,
    ring: program.tapeLength,
    clock: clocks,
    /** Clocks that are not exponential, where some of them may stand still. */
    idle: program.standbyFailures.includes(0) ? clocks - program.counts.exponentialClocks : 0,
    /** Entries of `shockMembers`. */
    hit: program.shockMembers.length,
    deploy: program.counts.deploys,
    domain: domains,
    member: members,
    /** Members, where some of their faults may go unnoticed. */
    latent: hasLatent(program) ? members : 0,
    /** Members, and services, where some have maintenance. */
    keptMember: program.counts.maintained > 0 ? members : 0,
    kept: program.counts.maintained > 0 ? services : 0,
    /** Members that are more than counted: a million that are not should not pay for being marked one by one. */
    told: program.memberService.reduce((sum, service) => sum + 1 - program.serviceOnlyCounts[service], 0),
    /** By member, where there are sites. */
    site: program.memberCopy.some((copy) => copy >= 0) ? members : 0,
    service: services,
    /** By member, where there are shards; copies of them. */
    shard: program.shardCount.length,
    shardCopy: program.shardHolders.length,
    /** Services, where some active may step down. */
    demoted: hasLeases(program) ? services : 0,
    /** Services, and members, where there are links. */
    parted: program.linkRoute.length > 0 ? services : 0,
    sided: program.linkRoute.length > 0 ? members : 0,
    viewed: program.viewRequired.length > 0 ? services : 0,
    view: program.viewRequired.length,
    link: program.linkRoute.length,
    route: program.routeLinks.length,
    /** Members, where some crash under their load. */
    bearer: program.crashDraw.some((draw) => draw >= 0) ? members : 0,
    /** Members, and domains, where some members are started elsewhere. */
    mover: program.moveAfterDraw.some((draw) => draw >= 0) ? members : 0,
    host: program.moveAfterDraw.some((draw) => draw >= 0) ? domains : 0,
    want: program.answerDepth + 1,
    policy: policies,
    /** Entries of `restorePolicies`. */
    restored: program.restorePolicies.length,
    /** Entries of `policyCopies`. */
    copy: program.policyCopies.length,
    gap: program.policyCopies.length * MOST_GAPS,
    team: program.counts.teams,
    work: program.counts.works,
    task: program.counts.tasks,
    request: program.counts.requests,
    line: program.counts.lines,
    stock: program.counts.stocks,
    order: program.counts.orders,
  };
}

type Size = keyof ReturnType<typeof sizesOf>;
/** Makes the field that has one number for each of these. @param first with which a history begins; left out: 0 */
type Make<T> = (per: Size, first?: number) => T;

/**
 * Arrays, views on one buffer, so that a state is copied in one go. A function of what makes them, so that it is a
 * table for whoever asks and one literal where a state is allocated: fields of an object that has grown, or that have
 * ever been something else than these arrays, are read more slowly (8% of an engine's time).
 */
const layOut = (doubles: Make<Float64Array>, integers: Make<Int32Array>, bytes: Make<Uint8Array>) => ({
  streams: integers('streamWord'),

  /** Pending events as a binary heap; a slot stands for one timer. */
  heapTime: doubles('entry'),
  heapSlot: integers('entry'),
  /** When it ends; NaN: it is not queued. Entries of the heap that say anything else do not count. */
  due: doubles('timer', NaN),

  /** Its next ring that is not drawn yet. */
  nextRings: doubles('source'),
  /** Drawn, source by source: when, which clock, the seconds of its repair; and their order in time. */
  ringTime: doubles('ring'),
  ringRepair: doubles('ring'),
  ringClock: integers('ring'),
  ringOrder: integers('ring'),

  /** 1: down; 2: down, and nobody has noticed. */
  clockDown: bytes('clock'),
  /** Seconds of its time up that are left, while it stands still in a member that stands by. */
  timeLeft: doubles('idle'),
  /** 1: struck by the shock that is on. */
  struck: bytes('hit'),
  /** When the last bad one went out, or the next one will; what has become of it (`deploys.ts`). */
  deployAt: doubles('deploy', -Infinity),
  deployStage: bytes('deploy'),
  /** Its own failures that are on. */
  domainDown: integers('domain'),

  /** What holds it down: each of its failure modes and shocks, one for its domains, one for a restart. 0: it works. */
  holds: integers('member'),
  /** Domains above it that are down; 1: it restarts since the last of them returned. */
  blocked: integers('member'),
  restarting: bytes('member'),
  /** Faults of it that nobody has noticed. */
  unnoticed: integers('latent'),
  inRotation: bytes('member', 1),
  /** Its data exists; it follows the active; it must be rebuilt before it may be promoted. */
  hasData: bytes('member', 1),
  connected: bytes('member', 1),
  stale: bytes('member'),
  /** Write clock at which it stopped following; lag drawn when the active was lost. */
  syncedAt: doubles('member'),
  lag: doubles('member'),
  /**
   * What its service knows of. 1: it works; 1: its data are destroyed, and its service has not reacted yet; 1: it is
   * marked, as it is until its service has reacted.
   */
  works: bytes('member', 1),
  hasLost: bytes('member'),
  isMarked: bytes('member'),
  /** Members that are marked, in order, and scratch while their services react. */
  marked: integers('told'),
  reacting: integers('told'),

  /** 1: it is to be worked on, since then; seconds of work left of what a window has cut off. */
  awaitsWork: bytes('keptMember'),
  awaitsSince: doubles('keptMember'),
  workLeft: doubles('keptMember'),
  /** Who is worked on, or is switched away from for that, −1 nobody; 1: it is out. */
  workedOn: integers('kept', -1),
  isOutForWork: bytes('kept'),

  /** 1: it is held down by its copy; 1: its copy's answer has changed and the site has not followed yet. */
  siteHeld: bytes('member'),
  isUnsettled: bytes('member'),
  /** Sites that have not followed yet, in the order in which their copies changed; scratch while they do. */
  unsettled: integers('site'),
  settling: integers('site'),

  /** Members working (active-active: working and in rotation); members in rotation. */
  healthy: integers('service'),
  rotation: integers('service'),
  /** Members that restart, or work and wait to be taken back into rotation. */
  returning: integers('service'),
  /** `STAGE` or `QUORUM`. */
  stage: bytes('service'),
  /** Member that is active or leads, −1 none; member being promoted. */
  active: integers('service', -1),
  target: integers('service', -1),
  /** Replica that acknowledged the last write (semi-synchronous), −1 none. */
  holder: integers('service', -1),
  /** Who is checked next, by its number in the service; until when its failover's path was known to be right. */
  inspectNext: integers('service'),
  pathRightAt: doubles('service'),
  /** Steps of the redirection done; the promotion is a planned switch; the newest copy is gone, so that any will do. */
  redirected: integers('service'),
  planned: bytes('service'),
  desperate: bytes('service'),
  /** 1: it waits, and looks again when the instant is over; its health check is wrong about its active. */
  looksAgain: bytes('service'),
  isAlarmed: bytes('service'),
  /** 1: its share has to be worked out anew; those for which that is so, in order. */
  isShareMarked: bytes('service'),
  markedShares: integers('service'),

  /**
   * Copies of it that do not work; who of its holders leads, by its number among them, −1 nobody; 1: it is not
   * answered. 1: the copy is destroyed. Shards that are not answered.
   */
  shardLost: integers('shard'),
  shardLeader: integers('shard'),
  shardStopped: bytes('shard'),
  shardEmpty: bytes('shardCopy'),
  shardsOut: integers('service'),
  /** 1: so long without its coordinators that nobody may serve; what took them down: its cause, its clock. */
  isDemoted: bytes('demoted'),
  demoteCause: integers('demoted'),
  demoteClock: integers('demoted'),
  /** When its active steps down without them; when the other side has noticed that it lacks them, NaN: it does not. */
  leaseEnds: doubles('demoted', Infinity),
  detectedAt: doubles('demoted', NaN),
  /** Its failures that are on; its links that are cut; 1: its members reach others than before. */
  linkDown: integers('link'),
  routeDown: integers('route'),
  isParted: bytes('parted'),
  /**
   * Its sides write apart since then, NaN: they do not; the smaller ones' share; seconds of writes on them up to then;
   * what parted them: its cause, its clock.
   */
  divergesSince: doubles('parted', NaN),
  smallerShare: doubles('parted'),
  diverged: doubles('parted'),
  divergeCause: integers('parted'),
  divergeClock: integers('parted'),
  /** 1: it is held down on the side of a cut that does not go on. */
  sideHeld: bytes('sided'),
  /** 1: it has crashed under its load. 1: its members carry too much; what that began with, and its clock. */
  crashed: bytes('bearer'),
  isOverloaded: bytes('service'),
  overloadCause: integers('service'),
  overloadClock: integers('service', -1),

  /**
   * `MOVE`; the domain in which it is started, −1 none; how many of that one and those above it are down; 1: it works
   * neither there nor at home; 1: it is counted among `returning`. Members in each domain that have come from outside.
   */
  moveStage: bytes('mover'),
  movedTo: integers('mover', -1),
  movedBlocked: integers('mover'),
  isHomeless: bytes('mover'),
  isGoingHome: bytes('mover'),
  guests: integers('host'),

  /** 1: who works of the service, or is in rotation, has changed; its members there do not answer. */
  viewsMoved: bytes('viewed'),
  viewDown: bytes('view'),

  /** Write clock: seconds in which writes were taken, up to `writingSince` (NaN: no writes now). */
  written: doubles('service'),
  writingSince: doubles('service'),
  /**
   * When its active was lost, or its data; seconds of writes that the restore under way will not bring back, and that
   * it takes; when it was last restored: what was written before that and is not in a backup is lost already.
   */
  lostAt: doubles('service'),
  restoreLoss: doubles('service'),
  restoreTakes: doubles('service'),
  restoredAt: doubles('service', -Infinity),
  /** [as `restorePolicies`] 1: it is what the last restore that was begun reads, be it of several. */
  isRead: bytes('restored'),
  /**
   * 1: all copies of its data are gone; its members are held down for it (active-active, quorum); no backup of those
   * that are kept restores.
   */
  allLost: bytes('service'),
  dataHeld: bytes('service'),
  hopeless: bytes('service'),

  /** Share of requests it answers by itself, and with what it needs. */
  ownShare: doubles('service', 1),
  answer: doubles('service', 1),
  answerStack: doubles('want'),
  /** Own shares in its product that are 0; that are between 0 and 1. */
  zeros: integers('service'),
  partials: integers('service'),

  /** When a full backup begins, before or after now; when a restore is tried. */
  backupPhase: doubles('policy'),
  drillPhase: doubles('policy'),
  /** Backups in it that began before this are destroyed. */
  copyValidFrom: doubles('copy', -Infinity),
  /** Since when nothing has been shipped to it; Infinity: it has everything. */
  copyBehind: doubles('copy', Infinity),
  /**
   * So many stretches of time, `MOST_GAPS` a copy, of which it has nothing: there were no data to be backed up, or they
   * were lost before they were shipped.
   */
  gaps: integers('copy'),
  gapFrom: doubles('gap'),
  gapUntil: doubles('gap'),

  /**
   * `TASK`; seconds of hands-on time left; whose person does it, −1 nobody's; who waits for a part after it, −1 none.
   */
  taskStage: bytes('task'),
  taskSeconds: doubles('task'),
  taskTeam: integers('task', -1),
  taskNext: integers('task', -1),
  /**
   * Its tasks that are not over; those that are worked on, or would be; 1: one of the services that they need has
   * gone or come.
   */
  workOpen: integers('work'),
  workActive: integers('work'),
  workLooks: bytes('work'),
  /** `REQUEST`; since when; seconds until it is acknowledged; who waits before and after it in its queue, −1 none. */
  requestStage: bytes('request'),
  requestSince: doubles('request'),
  requestTakes: doubles('request'),
  requestNext: integers('request', -1),
  requestPrevious: integers('request', -1),
  lineFirst: integers('line', -1),
  lineLast: integers('line', -1),
  /** People who have been asked and are not done; requests that wait for somebody. */
  teamHeld: integers('team'),
  teamWaiting: integers('team'),
  /**
   * Parts on order; who waits for one, first and last, −1 nobody; order slots that are free again, −1 none, and used.
   */
  stockOrdered: integers('stock'),
  stockFirst: integers('stock', -1),
  stockLast: integers('stock', -1),
  stockFree: integers('stock', -1),
  stockUsed: integers('stock'),
  /** The next free slot, −1 none. */
  orderNext: integers('order', -1),
});

/** Everything of a history that is in its buffer. */
export type State = Readonly<ReturnType<typeof layOut>> & { readonly buffer: ArrayBuffer };

interface Field {
  readonly name: Exclude<keyof State, 'buffer'>;
  readonly width: number;
  readonly per: Size;
  readonly first: number;
}

/** The table as data, in its order. */
const FIELDS: readonly Field[] = describe();

function describe(): Field[] {
  const fields: Omit<Field, 'name'>[] = [];
  const note =
    <T extends { readonly BYTES_PER_ELEMENT: number }>(empty: T): Make<T> =>
    (per, first = 0) => {
      fields.push({ width: empty.BYTES_PER_ELEMENT, per, first });
      return empty;
    };
  const table = layOut(note(new Float64Array()), note(new Int32Array()), note(new Uint8Array()));
  const names = Object.keys(table) as Field['name'][];
  return names.map((name, i) => ({ name, ...fields[i] }));
}

/** Allocates a state for the program; `reset` in `history.ts` gives it its first values. */
export function createState(program: Program): State {
  const sizes = sizesOf(program);
  const bytesOf = (width: number) =>
    FIELDS.reduce((sum, field) => sum + (field.width === width ? sizes[field.per] * width : 0), 0);
  // The widest first, so that each begins at a multiple of what its numbers take.
  const buffer = new ArrayBuffer(bytesOf(8) + bytesOf(4) + bytesOf(1));
  let [f64, i32, u8] = [0, bytesOf(8), bytesOf(8) + bytesOf(4)];
  const arrays = layOut(
    (per) => new Float64Array(buffer, (f64 += sizes[per] * 8) - sizes[per] * 8, sizes[per]),
    (per) => new Int32Array(buffer, (i32 += sizes[per] * 4) - sizes[per] * 4, sizes[per]),
    (per) => new Uint8Array(buffer, (u8 += sizes[per]) - sizes[per], sizes[per]),
  );
  return Object.assign(arrays, { buffer });
}

/** As on the first day, whatever was in it before. */
export function resetState(state: State): void {
  new Uint8Array(state.buffer).fill(0);
  for (const { name, first } of FIELDS) if (first !== 0) state[name].fill(first);
}
