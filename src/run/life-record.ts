import { MODE, type Names, type Program } from '../compile/program.ts';
import { QUORUM, STAGE } from '../engine/state.ts';
import type { Tracer } from '../observe/trace.ts';
import type { Model } from '../model/model.ts';
import { formatPercent } from '../units/format.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Life, LifeEvent, LifeIncident } from './life.ts';
import { memberNames } from './member-names.ts';

const STAGE_NAMES: Readonly<Record<number, string>> = {
  [STAGE.serving]: 'serving',
  [STAGE.detecting]: 'detecting',
  [STAGE.deciding]: 'deciding',
  [STAGE.waiting]: 'waiting',
  [STAGE.betweenAttempts]: 'between attempts',
  [STAGE.promoting]: 'promoting',
  [STAGE.redirecting]: 'redirecting',
  [STAGE.restoring]: 'restoring',
};
const QUORUM_NAMES: Readonly<Record<number, string>> = {
  [QUORUM.serving]: 'serving',
  [QUORUM.electing]: 'electing',
  [QUORUM.stopped]: 'stopped',
  // Without data a quorum is in a stage of those above.
  [STAGE.waiting]: 'waiting',
  [STAGE.restoring]: 'restoring',
};

type Recorded = Omit<Life, 'seed' | 'replication' | 'length' | 'downtime'>;

/** Puts what a trace tells into words. @param rowNames of what an experiment adds to the shocks */
export function recordLife(
  model: Model,
  program: Program,
  names: Names,
  mostEvents: number,
  rowNames: readonly string[] = [],
): { tracer: Tracer; life(): Recorded } {
  const members = memberNames(model);
  const shocks = [...model.shocks.map(({ name }) => name), ...rowNames];
  const events: LifeEvent[] = [];
  const incidents: { start: number; end: number; cause: string }[] = [];
  let start: Life['start'] | null = null;
  let truncated = false;
  const isQuorum = (service: number) => program.serviceMode[service] === MODE.quorum;
  const stageName = (service: number, stage: number) => (isQuorum(service) ? QUORUM_NAMES : STAGE_NAMES)[stage];
  const add = (time: number, kind: LifeEvent['kind'], index: number, state: string, value: number, text: string) => {
    if (events.length >= mostEvents) truncated = true;
    else events.push({ time, kind, index, state, value, text });
  };

  const tracer: Tracer = {
    begins(seen) {
      start = {
        membersUp: Array.from(seen.memberUp, (up) => up === 1),
        domainsUp: Array.from(seen.domainDown, (down) => down === 0),
        answers: Array.from(seen.answer),
        stages: Array.from(seen.stage, (stage, service) => stageName(service, stage)),
        active: Array.from(seen.active),
      };
    },
    domain(time, domain, isUp, cause) {
      const name = names.domains[domain];
      add(
        time,
        'domain',
        domain,
        isUp ? 'up' : 'down',
        isUp ? 1 : 0,
        isUp ? `${name} returns` : `${name} fails (${modeOf(names.causes[cause], name)})`,
      );
    },
    shock(time, shock, isOn) {
      const name = shocks[shock];
      const [begins, ends] = shock < model.shocks.length ? ['strikes', 'is over'] : ['fails, all of it', 'is repaired'];
      add(time, 'shock', shock, isOn ? 'down' : 'up', isOn ? 0 : 1, `${name} ${isOn ? begins : ends}`);
    },
    member(time, member, works, cause) {
      const why = works ? '' : modeOf(names.causes[cause], names.services[program.memberService[member]]);
      add(
        time,
        'member',
        member,
        works ? 'up' : 'down',
        works ? 1 : 0,
        works ? `${members[member]} works again` : `${members[member]} fails (${why})`,
      );
    },
    stage(time, service, stage, active, target, cause, isPlanned) {
      const name = names.services[service];
      const isNeedless = names.causes[cause] === `${name}/false-positive`;
      const words =
        program.serviceMode[service] === MODE.activeActive || (isQuorum(service) && stage >= STAGE.waiting)
          ? restoreWords(stage)
          : isQuorum(service)
            ? quorumWords(stage, members[active])
            : failoverWords(stage, members[active], members[target], isPlanned, isNeedless);
      add(time, 'stage', service, stageName(service, stage), active, `${name}: ${words}`);
    },
    answer(time, service, answer) {
      const isDown = answer < program.downBelow;
      const share = answer === 0 ? 'nothing' : answer === 1 ? 'everything' : formatPercent(answer);
      add(
        time,
        'service',
        service,
        isDown ? 'down' : answer < 1 ? 'degraded' : 'up',
        answer,
        `${names.services[service]} answers ${share}${isDown ? ': down' : ''}`,
      );
    },
    incidentBegins(time, cause) {
      incidents.push({ start: Math.max(0, time), end: SECONDS_PER_YEAR, cause: names.causes[cause] });
    },
    incidentEnds(time) {
      incidents[incidents.length - 1].end = time;
    },
    // An instant that does not fit is the last: only with it is it known that something is missing.
    wantsMore: () => !truncated,
  };
  return {
    tracer,
    life: () => ({
      start: start!,
      events,
      incidents: incidents satisfies LifeIncident[],
      truncated,
      names: { members, domains: names.domains, services: names.services, shocks },
      structure: {
        memberService: Array.from(program.memberService),
        memberDomain: Array.from(program.memberDomain),
        domainParent: model.domains.map((domain) => domain.parent),
        domainKind: model.domains.map((domain) => domain.kind),
        entry: program.entry,
        downBelow: program.downBelow,
      },
    }),
  };
}

/** `db/disk` of `db` is `disk`; of anything else it stays `db/disk`. */
function modeOf(cause: string, owner: string): string {
  return cause.startsWith(`${owner}/`) ? cause.slice(owner.length + 1) : cause;
}

function restoreWords(stage: number): string {
  if (stage === STAGE.restoring) return 'restoring the data from a backup';
  return stage === STAGE.waiting
    ? 'all data are gone, waiting for a member to restore them to'
    : 'the data are there again';
}

function quorumWords(stage: number, leader: string | undefined): string {
  if (stage === QUORUM.serving) return `${leader} leads`;
  return stage === QUORUM.electing ? 'electing a leader' : 'too few members to serve';
}

function failoverWords(
  stage: number,
  active: string,
  target: string | undefined,
  isPlanned: boolean,
  isNeedless: boolean,
): string {
  switch (stage) {
    case STAGE.serving:
      return `${active} serves`;
    case STAGE.detecting:
      return `detecting the loss of ${active}`;
    case STAGE.deciding:
      return 'deciding on a failover';
    case STAGE.waiting:
      return 'waiting, nobody can take over';
    case STAGE.betweenAttempts:
      return 'the failover failed, waiting to try again';
    case STAGE.promoting:
      if (isPlanned) return `switching back to ${target}`;
      return `promoting ${target}${isNeedless ? ', though nothing had failed' : ''}`;
    case STAGE.restoring:
      return `restoring ${target} from a backup`;
    default:
      return `redirecting clients to ${active}`;
  }
}
