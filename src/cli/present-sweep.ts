import type { SweepReport } from '../analysis/report.ts';
import {
  plainText,
  renderJson,
  renderSweep,
  renderSweepCsv,
  renderSweepMarkdown,
  solvedSentence,
} from '../report/index.ts';
import { deliverReport, type OutputOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { deliver, screenFor } from './output.ts';
import { type SweepFile } from './sweep-file.ts';

/** Writes the report. @param kept where its points are kept already @returns the exit code */
export async function presentSweep(
  report: SweepReport,
  kept: SweepFile | null,
  options: OutputOptions,
): Promise<number> {
  const { output, format, quiet } = options;
  // In CSV there is no place for it.
  if (format === 'csv' && !quiet && report.solved !== undefined)
    process.stderr.write(`nines: ${solvedSentence(report)}\n`);
  if (kept === null) {
    const renderers = {
      table: () => renderSweep(report, screenFor(output)),
      markdown: () => renderSweepMarkdown(report),
      csv: () => renderSweepCsv(report),
      html: async () => (await import('../html/index.ts')).renderSweepHtml(report),
    };
    await deliverReport(report, renderers, options);
    return EXIT.ok;
  }
  await deliver(renderJson(report), output);
  if (report.run.partial && !quiet)
    process.stderr.write(
      `nines: '${plainText(output!)}' has ${countedPoints(report.points.length)}; ` +
        'the same command goes on from there\n',
    );
  return EXIT.ok;
}

export function countedPoints(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}
