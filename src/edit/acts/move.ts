import { checkModel } from '../../model/index.ts';
import { MODES } from '../../model/modes.ts';
import { Refusal, type Act, type Path } from '../act.ts';
import type { Draft } from '../draft.ts';
import { clear, set } from '../edits.ts';
import { domains, nounOf, pathOf } from '../find.ts';
import { move } from '../move.ts';
import { at } from '../plain.ts';
import { listed } from './set.ts';

export function moveThing(draft: Draft, { thing, within, before }: Extract<Act, { act: 'move' }>): string {
  const { plain } = draft.sheet;
  const path = pathOf(plain, thing);
  const noun = nounOf(thing, plain);
  if (within !== undefined && thing.what !== 'domain')
    throw new Refusal(`Only a domain is in a domain: place the ${noun} instead.`);
  const holder = within === undefined ? path.slice(0, -1) : within === null ? ['domains'] : inside(draft, path, within);
  const stays = holder.join('\0') === path.slice(0, -1).join('\0');
  const beside = at(plain, holder);
  const last = beside instanceof Map && [...beside.keys()].at(-1) === thing.name;
  if (stays && (before === undefined || (before === null && last))) return `${thing.name} is there already.`;
  if (
    before !== undefined &&
    before !== null &&
    (before === thing.name || at(plain, [...holder, before]) === undefined)
  )
    throw new Refusal(`There is no '${before}' beside it to go before.`);
  move(draft, path, { holder, before: before ?? null });
  const where = within === undefined ? '' : within === null ? ', outside all others' : `, in ${within}`;
  const order = before === undefined || before === null ? 'last' : `before ${before}`;
  return `The ${noun} ${thing.name} stands ${order}${where}.`;
}

function inside(draft: Draft, path: Path, within: string): Path {
  const { plain } = draft.sheet;
  const goal = pathOf(plain, { what: 'domain', name: within });
  const own = String(path.at(-1));
  if (within === own || domains(plain, path).some(({ name }) => name === within))
    throw new Refusal(`${within} is in ${own}: a domain cannot be put into itself.`);
  return [...goal, 'domains'];
}

/** Members are placed round robin, so only what round robin gives can be said. */
export function moveMember(draft: Draft, { service, member, to }: Extract<Act, { act: 'move-member' }>): string {
  const path = pathOf(draft.sheet.plain, { what: 'service', name: service });
  pathOf(draft.sheet.plain, { what: 'domain', name: to });
  const { model } = checkModel(draft.text);
  if (model === null) throw new Refusal('Members can be moved once the model has no errors: mend those first.');
  const found = model.services.filter(({ written }) => written === service);
  if (found.length !== 1 || found[0].sites !== null)
    throw new Refusal(`${service} stands in several sites: place what stands in them, or change its sites.`);
  const { placement, mode } = found[0];
  if (member < 0 || member >= placement.length) throw new Refusal(`${service} has no member ${member + 1}.`);
  const target = model.domains.findIndex(({ name }) => name === to);
  if (placement[member] === target) return `Member ${member + 1} of ${service} is in ${to} already.`;
  const wanted = placement.map((domain, i) => (i === member ? target : domain));
  const list = roundRobin(wanted) ?? (MODES[mode].standsBy ? null : roundRobin(evened(wanted)));
  if (list === null || list.includes(-1))
    throw new Refusal(
      `Members are spread evenly over where a service stands: place ${service} in ${to} too, or in ${to} alone.`,
    );
  const names = list.map((domain) => model.domains[domain].name);
  clear(draft, [...path, 'across']);
  set(draft, [...path, 'in'], names.length === 1 ? names[0] : names);
  return `Member ${member + 1} of ${service} is in ${to}: ${service} stands in ${listed(names)}.`;
}

/** The shortest list of domains, each once, of which round robin gives these places; null: none. */
function roundRobin(places: readonly number[]): readonly number[] | null {
  for (let period = 1; period <= places.length; period++) {
    const list = places.slice(0, period);
    if (new Set(list).size === period && places.every((place, i) => place === list[i % period])) return list;
  }
  return null;
}

/** The same numbers of members a domain, the fullest first, one of each in turn. */
function evened(places: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1]);
  const rounds = order[0][1];
  return Array.from({ length: rounds }, (_, round) =>
    order.filter(([, count]) => count > round).map(([domain]) => domain),
  ).flat();
}
