import { compile } from '../../compile/compile.ts';
import type { Program } from '../../compile/program.ts';
import type { Model, Service } from '../../model/model.ts';

/** How services' answers follow from each other, without members. */
export interface Bare {
  readonly program: Program;
  /** [service] 1: the entry's answer depends on it. */
  readonly matters: Uint8Array;
  /** The entry, and the copies that sites which matter stand for: what is held against the error rate. */
  readonly judged: readonly number[];
  /** Steps of evaluation that one answer of the entry takes. */
  readonly steps: number;
}

const known = new WeakMap<Model, Bare>();

/** The program without what stands in it: its answer code tells what follows from the services' own shares. */
export function bareProgram(model: Model): Bare {
  let bare = known.get(model);
  if (bare === undefined) known.set(model, (bare = create(model)));
  return bare;
}

/** An active that steps down without its coordinators needs them like anything else. */
export function neededToServe({ needs, coordinators, failover }: Service): readonly number[] {
  return failover?.demoteAfter ? [...new Set([...needs, ...coordinators])] : needs;
}

function create(model: Model): Bare {
  const services = model.services.map((service) => ({
    ...service,
    needs: neededToServe(service),
    placement: [],
    sites: null,
    data: null,
    backup: null,
    moreBackups: [],
    replication: null,
  }));
  const { program } = compile({ ...model, domains: [], shocks: [], experiments: [], services });
  const { answerOffsets, answerCode, entry } = program;
  const matters = new Uint8Array(services.length);
  const judged = new Set([entry]);
  let steps = 0;
  for (const answer of judged) {
    const code = answerCode.subarray(answerOffsets[answer], answerOffsets[answer + 1]);
    steps += code.length;
    for (const step of code) {
      if (step < 0) continue;
      matters[step] = 1;
      for (const copy of model.services[step].sites ?? []) judged.add(copy);
    }
  }
  return { program, matters, judged: [...judged], steps };
}
