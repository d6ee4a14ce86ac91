import { clockField, clockOwner, FLEET, type Names, OWNER, type Program, WORK } from '../compile/program.ts';
import type { Model } from '../model/model.ts';

/** Rows of what is waited for, as people call them: `on-call`, `hours of on-call`, `a part: disk`, `work on web`. */
export function waitNames(model: Model, program: Program, { services }: Pick<Names, 'services'>): string[] {
  const teams = model.teams.map(({ name }) => name);
  return [
    ...teams,
    ...teams.map((name) => `hours of ${name}`),
    ...Array.from(program.stockSize, (_, stock) => `a part: ${partOf(model, program, stock)}`),
    'what repairs need',
    ...services.map((name) => `work on ${name}`),
  ];
}

/** `db[0] (disk) waits for on-call`. */
export function waitWords(task: string, what: string, begins: boolean): string {
  return begins ? `${task} waits for ${what}` : `${task} no longer waits for ${what}`;
}

/** `web: 2 members wait for planned work, until its window opens`. */
export function plannedWords(service: string, waiting: number, isOpen: boolean): string {
  if (waiting === 0) return `${service}: nobody waits for planned work`;
  const who = waiting === 1 ? 'one member waits' : `${waiting} members wait`;
  return `${service}: ${who} for planned work${isOpen ? '' : ', until its window opens'}`;
}

/** `db[0] (disk)`; what is no member's repair: `eu-west-1a/outage`, `db's decision`. */
export function taskName(program: Program, { causes, services }: Names, members: readonly string[], task: number) {
  const { counts, works, taskWork } = program;
  const at = taskWork[task] * WORK.stride;
  if (task >= counts.repairs) return `${services[works[at + WORK.owner]]}'s decision`;
  const clock = works[at + WORK.owner] + task - works[at + WORK.task];
  const cause = causes[clockField(program, clock, FLEET.cause)];
  if (clockField(program, clock, FLEET.ownerKind) !== OWNER.member) return cause;
  const member = clockOwner(program, clock);
  return `${members[member]} (${modeOf(cause, services[program.memberService[member]])})`;
}

/** `db/disk` of `db` is `disk`; of anything else it stays `db/disk`. */
export function modeOf(cause: string, owner: string): string {
  return cause.startsWith(`${owner}/`) ? cause.slice(owner.length + 1) : cause;
}

/** The component of whose parts the stock is. */
function partOf({ components, services }: Model, program: Program, stock: number): string {
  const { works, counts, memberService } = program;
  for (let at = 0; at < counts.works * WORK.stride; at += WORK.stride)
    if (works[at + WORK.stock] === stock)
      return components[services[memberService[clockOwner(program, works[at + WORK.owner])]].component].name;
  return '';
}
