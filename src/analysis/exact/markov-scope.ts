import type { Model, Service } from '../../model/model.ts';
import { type Answer, answerOf, involved } from './markov-answers.ts';

/** What the entry's being up or down depends on. */
export interface Scope {
  /** Without what is wanted, where lacking all of it takes nothing down. */
  readonly entry: Answer;
  /** Indices into the model's services, ascending. */
  readonly services: readonly number[];
  /** Whatever happens, each of them answers everything or nothing, and the entry is up while all that it needs is. */
  readonly isAllOrNothing: boolean;
}

/** One part in 10¹² less, for the rounding of products. */
export function downBelow(model: Model): number {
  return 1 - model.sla.errorRate - 1e-12;
}

/** Beyond this no chain is built, and no tree of answers either: what is wanted may fork and meet again. */
const MOST_SERVICES = 64;
const MOST_WANTS = 12;

/** null: too many services. */
export function scopeOf(model: Model): Scope | null {
  const { services } = model;
  const reached = reach(services, model.entry);
  if (reached.size > MOST_SERVICES || [...reached].reduce((sum, s) => sum + services[s].wants.length, 0) > MOST_WANTS)
    return null;
  const whole = answerOf(services, model.entry);
  const needed = within(services, { owns: whole.owns, wants: [] });
  const isWhole = [...needed.services].every((service) => isWholeByItself(services[service]));
  const isHarmless = whole.wants.reduce((share, { without }) => share * without, 1) >= downBelow(model);
  // A copy that answers less for what it wants makes its site's answer a share.
  const isAllOrNothing = isWhole && !needed.copiesWant && isHarmless;
  const entry = isAllOrNothing ? { owns: whole.owns, wants: [] } : whole;
  const matters = isAllOrNothing ? needed.services : within(services, whole).services;
  return { entry, services: [...matters].sort((a, b) => a - b), isAllOrNothing };
}

/** The services that it needs or wants, directly or not, those in sites included. */
function reach(services: readonly Service[], root: number): Set<number> {
  const seen = new Set([root]);
  for (const index of seen) {
    if (seen.size > MOST_SERVICES) break;
    const { needs, wants, sites } = services[index];
    for (const other of [...needs, ...wants.map((want) => want.service), ...(sites ?? [])]) seen.add(other);
  }
  return seen;
}

function within(services: readonly Service[], answer: Answer): { services: Set<number>; copiesWant: boolean } {
  const seen = new Set(involved(answer));
  let copiesWant = false;
  for (const index of seen) {
    for (const copy of services[index].sites ?? []) {
      const inside = answerOf(services, copy);
      copiesWant ||= inside.wants.length > 0;
      for (const service of involved(inside)) seen.add(service);
    }
  }
  return { services: seen, copiesWant };
}

function isWholeByItself({ belowRequired, required }: Service): boolean {
  return belowRequired === 'down' || required === 1;
}
