import type { ImportanceFigures } from '../../analysis/report-structure.ts';
import { duration } from '../../units/figure.ts';
import { formatNumber } from '../../units/format.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { counted, listed, nameText, shareText } from './text.ts';
import type { Table } from './table.ts';

/** The four measures, each with what it says in one sentence. */
export const MEASURES = {
  birnbaum: {
    name: 'Birnbaum',
    meaning: 'How likely everything else is in a state in which this one decides whether users are served.',
  },
  criticality: { name: 'Criticality', meaning: 'The share of the downtime in which this one is down and decides.' },
  riskAchievementWorth: {
    name: 'Risk achievement',
    meaning: 'How many times the downtime there would be if it were always down: what keeping it in order is worth.',
  },
  riskReductionWorth: {
    name: 'Risk reduction',
    meaning: 'How many times less downtime there would be if it never failed: what improving it can gain at most.',
  },
} as const;

export const IMPORTANCE_NAMES = ['birnbaum', 'criticality', 'riskAchievementWorth', 'riskReductionWorth'] as const;

/** A chance for reading: `0.12%`, `1 in 3.2 million` below a ten-thousandth of a percent. */
export function chanceText(chance: number): string {
  if (!(chance > 0)) return '0';
  if (chance >= 1e-6) return shareText(chance);
  const odds = Number((1 / chance).toPrecision(2));
  if (odds < 1e9) return `1 in ${formatNumber(odds / 1e6)} million`;
  if (odds < 1e12) return `1 in ${formatNumber(odds / 1e9)} billion`;
  return `1 in ${odds.toExponential(0).replace('e+', 'e')}`;
}

export function timesText(times: number | null): string {
  if (times === null || !Number.isFinite(times)) return 'all of it';
  return `${formatNumber(times, times < 1.1 ? 5 : 3)}×`;
}

/** Each measure of one element as text, in the order of `IMPORTANCE_NAMES`. */
export function importanceTexts({
  birnbaum,
  criticality,
  riskAchievementWorth,
  riskReductionWorth,
}: ImportanceFigures): readonly string[] {
  return [chanceText(birnbaum), shareText(criticality), timesText(riskAchievementWorth), timesText(riskReductionWorth)];
}

export function readImportance(figures: ImportanceFigures): string {
  const { element, kind, unavailability, criticality, riskAchievementWorth, riskReductionWorth } = figures;
  const gain =
    riskReductionWorth === null
      ? 'nothing would be left if it never failed'
      : `${timesText(riskReductionWorth)} less if it never failed`;
  return (
    `${nameText(element)} (${kind}), down ${duration(unavailability * SECONDS_PER_YEAR, null)} a year by itself: ` +
    `critical in ${shareText(criticality)} of the downtime; ${timesText(riskAchievementWorth)} the downtime if ` +
    `it were always down, ${gain}. It decides with chance ${chanceText(figures.birnbaum)}.`
  );
}

export function importanceSentence(figures: readonly ImportanceFigures[]): string {
  const first = figures[0];
  return first === undefined
    ? ''
    : `${nameText(first.element)} matters most: it is critical in ${shareText(first.criticality)} of the downtime.`;
}

export function describeImportance(figures: readonly ImportanceFigures[]): string {
  if (figures.length === 0) return noImportance();
  const few = figures.slice(0, 3).map(({ element, criticality }) => `${nameText(element)} ${shareText(criticality)}`);
  return `Criticality of ${counted(figures.length, 'element')}, by the structure, most first: ${listed(few)}.`;
}

export function noImportance(): string {
  return 'Nothing in this model can take the service down by its structure.';
}

export function importanceTable(figures: readonly ImportanceFigures[]): Table {
  return {
    columns: [
      { label: 'Element' },
      { label: 'Kind' },
      { label: 'Down by itself', format: chanceText },
      { label: MEASURES.birnbaum.name, format: chanceText },
      { label: MEASURES.criticality.name, format: shareText },
      { label: MEASURES.riskAchievementWorth.name, format: timesText },
      { label: MEASURES.riskReductionWorth.name, format: timesText },
    ],
    rows: figures.map((each) => [
      nameText(each.element),
      each.kind,
      each.unavailability,
      each.birnbaum,
      each.criticality,
      each.riskAchievementWorth,
      each.riskReductionWorth,
    ]),
  };
}
