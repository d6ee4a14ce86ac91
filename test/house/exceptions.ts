import type { Exceptions } from './excepted.ts';

/*
 * What does not keep to the rules of the house, by rule, and why: a reason that holds for good. One that is no longer needed
 * fails the test.
 */

export const LONG_FUNCTIONS: Exceptions = {
  'src/engine/schema.ts: layOut': 'the one table of all state, which has to be one literal',
};

/** Exports that no file of the house takes. */
export const DEAD: Exceptions = {
  'src/random/moments.ts: secondMoment': 'each distribution has its exact moments, against which its draws are held',
};

/**
 * Exports that only a test takes: what is used within its own file, and is held by itself against theory, published figures or
 * hostile input. Beside each the test.
 */
export const HELD_BY_TESTS: Exceptions = {
  'src/cli/mcp.ts: openLibrary': 'test/mcp/server.test.ts',
  'src/analysis/arithmetic.ts: Group': 'test/analysis/arithmetic.test.ts',
  'src/analysis/arithmetic.ts: chanceOf': 'test/analysis/arithmetic.test.ts',
  'src/analysis/exact/markov-solve.ts: restrict': 'test/analysis/exact/markov-solve.test.ts',
  'src/analysis/experiments.ts: describeExperiment': 'test/analysis/experiments.test.ts',
  'src/analysis/theorems.ts: THEOREMS': 'test/analysis/theorems.test.ts',
  'src/arithmetic/functions.ts: kOfN': 'test/web/learn/arithmetic.test.ts',
  'src/compile/backup-volume.ts: bytesPerCycle': 'test/analysis/backup-volume.test.ts',
  'src/edit/patterns/offers.ts: CATALOGUE': 'test/edit/patterns.test.ts',
  'src/engine/views.ts: viewAnswers': 'test/engine/rules.ts',
  'src/html/figure.tsx: WIDE': 'test/html/figure.test.tsx',
  'src/html/figure.tsx: NARROW': 'test/html/figure.test.tsx',
  'src/model/features.ts: featuresOf': 'test/analysis/theorems.test.ts',
  'src/model/language/synonyms.ts: KEYS': 'test/model/synonyms.test.ts',
  'src/model/language/synonyms.ts: CHOICES': 'test/model/synonyms.test.ts',
  'src/model/source/document.ts: DOCUMENT_LIMITS': 'test/models/guide.test.ts',
  'src/parts/merge-parts.ts: NamedPart': 'test/parts/merge-parts.test.ts',
  'src/plots/axis/nines-scale.ts: ninesTicks': 'test/plots/axes.test.ts',
  'src/plots/burn-down-plot.tsx: burnDownPlot': 'test/plots/burn-down.test.ts',
  'src/plots/data/burn-down.ts: leftAt': 'test/plots/burn-down.test.ts',
  'src/plots/data/incidents.ts: boundedShare': 'test/plots/incidents.test.ts',
  'src/plots/data/places.ts: gridIndex': 'test/plots/ecdf.test.ts',
  'src/plots/data/sweep.ts: readFigure': 'test/plots/sweep.test.ts',
  'src/plots/frame/use-cursor.ts: find': 'test/plots/table.test.ts',
  'src/plots/load-plot.tsx: loadPlot': 'test/web/life/load.test.ts',
  'src/plots/strategies-plot.tsx: strategiesPlot': 'test/plots/strategies.test.ts',
  'src/plots/sweep-plot.tsx: thresholdText': 'test/plots/sweep.test.ts',
  'src/plots/sweep/scales.ts: spacingOf': 'test/plots/sweep.test.ts',
  'src/statistics/selection.ts: continuation': 'test/statistics/selection.test.ts',
  'src/statistics/stopping.ts: minimumIncidents': 'test/statistics/stopping.test.ts',
  'src/units/syntax.ts: namesIn': 'test/units/expression.test.ts',
  'web/desk/own-experiments.ts: runsBeside': 'test/web/desk/run.test.ts',
  'web/desk/types.ts: ExperimentRequest': 'test/web/drill/choice.test.ts',
  'web/drill/choice.ts: end': 'test/web/drill/choice.test.ts',
  'web/drill/distributions.tsx: runsPlot': 'test/e2e/page/drill.test.ts',
  'web/editor/offers.ts: TIME_UNITS': 'test/web/editor/offers.test.ts',
  'web/editor/offers.ts: DATA_UNITS': 'test/web/editor/offers.test.ts',
  'web/explain/place.ts: spot': 'test/web/explain/place.test.ts',
  'web/help/keys.ts: KeyPress': 'test/web/help/keys.test.ts',
  'web/learn/shared-domains.ts: zoneSizes': 'test/web/learn/arithmetic.test.ts',
  'web/state/history.ts: HISTORY_LIMITS': 'test/web/state/history.test.ts',
  'web/state/link.ts: LINK_LIMITS': 'test/e2e/page/hostile.test.ts',
  'src/topology/drawn.ts: MOST_DRAWN': 'test/topology/large.test.ts',
  'src/rare/tilt.ts: tiltedCoin': 'test/rare/tilt.test.ts',
  'src/rare/tilt.ts: tiltedVictims': 'test/rare/tilt.test.ts',
  'src/rare/estimate.ts: liveBatch': 'test/rare/exact.test.ts',
  'src/rare/estimate.ts: planRareInTurns': 'test/rare/exact.test.ts',
  'src/rare/estimate.ts: summary': 'test/rare/exact.test.ts',
};
