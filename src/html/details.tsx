import type { ComponentChild } from 'preact';
import type { ModelIdentity, RunFigures } from '../analysis/report.ts';
import { plainText, type Section, words, figures } from '../report/index.ts';
import { whole } from '../units/figure.ts';
import { formatNumber, runSeconds } from '../units/index.ts';
import { ReportSection } from './section.tsx';

interface DetailsProps {
  readonly run: RunFigures;
  readonly models: readonly ModelIdentity[];
}

/**
 * All that is needed to make the same report again: version, seed, years, the models' texts by their checksum,
 * parameters.
 */
export function Details({ run, models }: DetailsProps): ComponentChild {
  const facts: (readonly [string, string])[] = [
    ...(run.years > 0 ? [['Years simulated', whole(run.years)] as const] : []),
    ['Replications', whole(run.replications)],
    ['Seed', plainText(run.seed)],
    ['Events', whole(run.events)],
    [
      'Simulated in',
      `${runSeconds(run.seconds)} on ` +
        `${run.workers === 0 ? 'one thread' : `${run.workers} ${run.workers === 1 ? 'worker' : 'workers'}`}`,
    ],
    ['nines', run.version],
  ];
  return (
    <>
      <section>
        <h2>How it was run</h2>
        <dl class="report-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {models.map(({ name, sha256 }, i) => (
            <div key={i} class="report-sum">
              <dt>{models.length === 1 ? 'Model, SHA-256' : `${plainText(name)}, SHA-256`}</dt>
              <dd>{sha256}</dd>
            </div>
          ))}
        </dl>
        <p class="report-note">
          The same model, options and seed give the same figures, to the last bit, on any machine.
        </p>
      </section>
      {models.map((model, i) => {
        const section = parameters(model, models.length > 1);
        return section !== null && <ReportSection key={i} section={section} />;
      })}
    </>
  );
}

/** In SI units, as the report has them. */
function parameters({ name, parameters: values }: ModelIdentity, isOneOfSeveral: boolean): Section | null {
  const rows = Object.entries(values).map(([key, value]) => [
    plainText(key),
    typeof value === 'number' ? formatNumber(value, 6) : plainText(value),
  ]);
  if (rows.length === 0) return null;
  const title = isOneOfSeveral ? `Parameters of ${plainText(name)}` : 'Parameters';
  return {
    title,
    table: { columns: [words('parameter'), figures('value')], rows },
    notes: ['In SI units: times in seconds.'],
  };
}
