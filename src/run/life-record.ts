import type { Names, Program } from '../compile/program.ts';
import { rowsOfWaits } from '../observe/trace-waits.ts';
import type { TracedState, Tracer } from '../observe/trace.ts';
import { deploysOf } from '../model/deploys.ts';
import type { Model } from '../model/model.ts';
import { linkName } from '../model/network.ts';
import { formatPercent } from '../units/format.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Life, LifeEvent, LifeIncident } from './life.ts';
import { memberNames } from './member-names.ts';
import { STAGES } from './stage-words.ts';
import { modeOf, plannedWords, taskName, waitNames, waitWords } from './wait-words.ts';

type Recorded = Omit<Life, 'seed' | 'replication' | 'length' | 'downtime'>;

/** Puts what a trace tells into words. */
export class LifeRecord implements Tracer {
  private readonly members: readonly string[];
  private readonly deploys: readonly string[];
  private readonly shocks: readonly string[];
  private readonly waitRows: readonly string[];
  private readonly links: readonly string[];
  private readonly events: LifeEvent[] = [];
  private readonly incidents: { start: number; end: number; cause: string }[] = [];
  private start: Life['start'] | null = null;
  private truncated = false;

  /** @param rowNames of what an experiment adds to the shocks */
  constructor(
    private readonly model: Model,
    private readonly program: Program,
    private readonly names: Names,
    private readonly mostEvents: number,
    rowNames: readonly string[] = [],
  ) {
    this.members = memberNames(model);
    this.deploys = deploysOf(model).map(({ service }) => `${service} deploy`);
    this.links = model.links.map((link) => linkName(model, link));
    this.shocks = [...model.shocks.map(({ name }) => name), ...this.deploys, ...rowNames];
    this.waitRows = waitNames(model, program, names);
  }

  /** What there was, once the history is over. */
  life(): Recorded {
    const { model, program, names, events, incidents, truncated } = this;
    return {
      start: this.start!,
      events,
      incidents: incidents satisfies LifeIncident[],
      truncated,
      names: {
        members: this.members,
        domains: names.domains,
        links: this.links,
        services: names.services,
        shocks: this.shocks,
        waits: this.waitRows,
      },
      structure: {
        memberService: Array.from(program.memberService),
        memberDomain: Array.from(program.memberDomain),
        domainParent: model.domains.map((domain) => domain.parent),
        domainKind: model.domains.map((domain) => domain.kind),
        entry: program.entry,
        downBelow: program.downBelow,
      },
    };
  }

  begins(seen: TracedState, waiting: Int32Array): void {
    this.start = {
      membersUp: Array.from(seen.memberUp, (up) => up === 1),
      domainsUp: Array.from(seen.domainDown, (down) => down === 0),
      linksUp: Array.from(seen.linkDown, (down) => down === 0),
      answers: Array.from(seen.answer),
      stages: Array.from(seen.stage, (stage, service) => this.stageName(service, stage)),
      active: Array.from(seen.active),
      waiting: Array.from(waiting),
    };
  }

  domain(time: number, domain: number, isUp: boolean, cause: number): void {
    const name = this.names.domains[domain];
    const text = isUp ? `${name} returns` : `${name} fails (${modeOf(this.names.causes[cause], name)})`;
    this.addUpOrDown(time, 'domain', domain, isUp, text);
  }

  link(time: number, link: number, isUp: boolean, cause: number): void {
    const name = this.links[link];
    const text = isUp ? `${name} is whole again` : `${name} is cut (${modeOf(this.names.causes[cause], name)})`;
    this.addUpOrDown(time, 'link', link, isUp, text);
  }

  shock(time: number, shock: number, isOn: boolean): void {
    const deploy = shock - this.model.shocks.length;
    const [begins, ends] =
      deploy < 0
        ? ['strikes', 'is over']
        : deploy < this.deploys.length
          ? ['goes out, and is bad', 'is rolled back']
          : ['fails, all of it', 'is repaired'];
    this.addUpOrDown(time, 'shock', shock, !isOn, `${this.shocks[shock]} ${isOn ? begins : ends}`);
  }

  member(time: number, member: number, works: boolean, cause: number): void {
    const name = this.members[member];
    const why = works ? '' : modeOf(this.names.causes[cause], this.names.services[this.program.memberService[member]]);
    this.addUpOrDown(time, 'member', member, works, works ? `${name} works again` : `${name} fails (${why})`);
  }

  waits(time: number, row: number, waiting: number, task: number, begins: boolean): void {
    const name = taskName(this.program, this.names, this.members, task);
    this.addWait(time, row, waiting, waitWords(name, this.waitRows[row], begins));
  }

  awaitsWork(time: number, service: number, waiting: number, isOpen: boolean): void {
    const row = rowsOfWaits(this.program).planned + service;
    this.addWait(time, row, waiting, plannedWords(this.names.services[service], waiting, isOpen));
  }

  stage(
    time: number,
    service: number,
    stage: number,
    active: number,
    target: number,
    cause: number,
    isPlanned: boolean,
  ): void {
    const name = this.names.services[service];
    const isNeedless = this.names.causes[cause] === `${name}/false-positive`;
    const who = { active: this.members[active], target: this.members[target] };
    const words = STAGES[this.program.serviceMode[service]].words({ stage, ...who, isPlanned, isNeedless });
    this.add(time, 'stage', service, this.stageName(service, stage), active, `${name}: ${words}`);
  }

  answer(time: number, service: number, answer: number): void {
    const isDown = answer < this.program.downBelow;
    const share = answer === 0 ? 'nothing' : answer === 1 ? 'everything' : formatPercent(answer);
    const text = `${this.names.services[service]} answers ${share}${isDown ? ': down' : ''}`;
    this.add(time, 'service', service, isDown ? 'down' : answer < 1 ? 'degraded' : 'up', answer, text);
  }

  incidentBegins(time: number, cause: number): void {
    this.incidents.push({ start: Math.max(0, time), end: SECONDS_PER_YEAR, cause: this.names.causes[cause] });
  }

  incidentEnds(time: number): void {
    this.incidents[this.incidents.length - 1].end = time;
  }

  /** An instant that does not fit is the last: only with it is it known that something is missing. */
  wantsMore(): boolean {
    return !this.truncated;
  }

  private stageName(service: number, stage: number): string {
    return STAGES[this.program.serviceMode[service]].names[stage];
  }

  private addUpOrDown(time: number, kind: LifeEvent['kind'], index: number, isUp: boolean, text: string): void {
    this.add(time, kind, index, isUp ? 'up' : 'down', isUp ? 1 : 0, text);
  }

  private addWait(time: number, row: number, waiting: number, text: string): void {
    this.add(time, 'wait', row, waiting > 0 ? 'waits' : 'over', waiting, text);
  }

  private add(time: number, kind: LifeEvent['kind'], index: number, state: string, value: number, text: string): void {
    if (this.events.length >= this.mostEvents) this.truncated = true;
    else this.events.push({ time, kind, index, state, value, text });
  }
}
