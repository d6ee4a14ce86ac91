import { type Hours, writeHours } from '../../units/index.ts';
import type { Component, Model, Team } from '../model.ts';
import { OTHER_TIMES } from '../times.ts';
import { writeConstant } from './times.ts';
import { present, type Printed } from './tree.ts';

export function printTeam({ people, acknowledge, escalate, hours }: Team, { teams }: Model): Printed {
  return present({
    people: people === Infinity ? 'unlimited' : people,
    [OTHER_TIMES['teams.acknowledge'].written]: writeConstant(acknowledge),
    escalate: escalate === null ? undefined : { after: writeConstant(escalate.after), to: teams[escalate.to].name },
    hours: hours === null ? undefined : printHours(hours),
  });
}

export function printSpares({ stock, leadTime }: NonNullable<Component['spares']>): Printed {
  return { stock, 'lead-time': writeConstant(leadTime) };
}

export function printHours(hours: Hours): Printed {
  const texts = writeHours(hours);
  return texts.length === 1 ? texts[0] : texts;
}
