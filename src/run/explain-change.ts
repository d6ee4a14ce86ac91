import { alike } from '../analysis/alike.ts';
import type { SensitivityInput } from '../analysis/report-explanation.ts';
import type { Model } from '../model/model.ts';

/** An input, and the models in which it is smaller and larger. */
export interface Change extends Pick<SensitivityInput, 'name' | 'kind' | 'value' | 'unit' | 'byRange'> {
  readonly low: ChangedEnd;
  readonly high: ChangedEnd;
}

export interface ChangedEnd {
  readonly value: number;
  readonly model: Model;
}

/** The end of an input by its name. */
export interface NamedEnd extends Pick<SensitivityInput, 'name' | 'kind'> {
  readonly end: 'low' | 'high';
}

/** Whether two models say the same of everything that happens, and of what it costs. */
export function simulatesAlike(a: Model, b: Model): boolean {
  return alike(substance(a), substance(b));
}

/** What says nothing of what happens, nor of what it costs. */
type Described =
  | ('name' | 'description' | 'currency' | 'sha256' | 'words' | 'parameters')
  | ('targets' | 'simulation' | 'experiments');

/** All the rest: what the model gains does not compile until it stands here, or there. */
function substance(model: Model): Omit<Model, Described> {
  const { domains, components, links, teams, shocks, services, traffic, trafficBySite, entry, losses, sla } = model;
  return { domains, components, links, teams, shocks, services, traffic, trafficBySite, entry, losses, sla };
}
