import type { ComparisonReport } from '../analysis/report.ts';
import { changesBetween } from '../model/changes.ts';
import type { Model } from '../model/model.ts';

/** With what tells the models apart: their names or files, and what their texts say otherwise. */
export function withTexts(report: ComparisonReport, models: readonly Model[]): ComparisonReport {
  const labels = labelsOf(models);
  const differences = report.differences.map((each) => {
    const changes = changesBetween(models[each.from], models[each.to]);
    return changes === null ? each : { ...each, changes };
  });
  return { nines: report.nines, kind: report.kind, models: report.models, labels, differences };
}

/**
 * Two versions of one model often share its name: their files then tell them apart, by as much of the path as it
 * takes.
 */
function labelsOf(models: readonly Model[]): string[] {
  const names = models.map(({ name }) => name);
  const files = models.map((model) => ('file' in model && typeof model.file === 'string' ? model.file : model.name));
  const isShared = (all: readonly string[], i: number) => all.some((other, j) => j !== i && other === all[i]);
  const short = files.map((file) => file.split(/[\\/]/).at(-1) ?? file);
  return names.map((name, i) => (!isShared(names, i) ? name : isShared(short, i) ? files[i] : short[i]));
}
