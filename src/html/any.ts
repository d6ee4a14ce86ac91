import type { Explanation } from '../analysis/report-explanation.ts';
import type { OptimizationReport } from '../analysis/report-optimization.ts';
import type { ComparisonReport, ExperimentsReport, Report, SweepReport } from '../analysis/report.ts';
import { renderComparisonHtml } from './comparison.tsx';
import { renderExperimentsHtml } from './experiments.tsx';
import { renderExplanationHtml } from './explanation.tsx';
import { renderOptimizationHtml } from './optimization.tsx';
import { type Beside, renderRunHtml } from './run/page.tsx';
import { renderSweepHtml } from './sweep.tsx';

/** Every kind of report that is simulated. */
type AnyReport = Report | ComparisonReport | SweepReport | ExperimentsReport | Explanation | OptimizationReport;

/** Any report as one HTML document that needs nothing else. @param beside is told of a run alone */
export function renderHtml(report: AnyReport, beside: Beside = {}): string {
  switch (report.kind) {
    case 'report':
      return renderRunHtml(report, beside);
    case 'comparison':
      return renderComparisonHtml(report);
    case 'sweep':
      return renderSweepHtml(report);
    case 'experiments':
      return renderExperimentsHtml(report);
    case 'explanation':
      return renderExplanationHtml(report);
    case 'optimization':
      return renderOptimizationHtml(report);
  }
}
