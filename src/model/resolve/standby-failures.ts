import type { DocumentFields, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Component, Model, Service } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';
import { presetOf } from './redundancy.ts';

/** Share of its failure rate that a passive replica keeps: the service's own word, its component's, its standby's. */
export function resolveStandbyFailures(fields: ServiceFields, component: Component | undefined): number {
  return valueOr(fields['standby-failures'], component?.standbyFailures ?? presetOf(fields).standbyFailures);
}

/** Share of requests that a standby answers while nobody serves as active. */
export function resolveStandbysAnswer(fields: ServiceFields, report: Report): number {
  const said = fields['standbys-answer'];
  if (said !== undefined && fields.standby?.ok === true && fields.standby.value === 'cold')
    report.error(said.at, messages.coldStandbysAnswer());
  return valueOr(said, 0);
}

/** Said of components of which none ever stands by. */
export function suspectStandbys({ services }: Model, fields: DocumentFields, report: Report): void {
  valueOr(fields.components, []).forEach(({ field }, component) => {
    const said = field.ok ? field.value.fields['standby-failures'] : undefined;
    const used = services.filter((service) => service.component === component);
    if (said === undefined || used.length === 0 || used.some(({ mode }) => MODES[mode].standsBy)) return;
    report.warning(said.at, messages.noEffect('standby-failures', 'no active-passive service is made of it'));
  });
}

const WORDS: readonly string[] = ['component.standby-failures', 'service.standby-failures'];

/**
 * A model uses the feature where some passive replica fails less than an active one, said or by `standby: cold`; and
 * where none does, a word for it means nothing.
 */
export function wordsOfStandby(words: readonly string[], services: readonly Service[]): readonly string[] {
  const isUsed = services.some(({ standbyFailures, placement }) => standbyFailures < 1 && placement.length > 1);
  if (!isUsed) return words.filter((word) => !WORDS.includes(word));
  return words.some((word) => WORDS.includes(word)) ? words : [...words, 'service.standby-failures'].sort();
}
