import { AVAILABILITY_FIGURES } from '../../src/analysis/described/availability.ts';
import type { Report } from '../../src/analysis/report.ts';
import { capitalised } from '../../src/report/text.ts';
import { textOf } from '../../src/report/figure.ts';
import { whyRefused } from '../../src/report/refusals.ts';
import { answer, claim } from '../../src/report/run/answer.ts';
import { doubtSentences } from '../../src/report/run/doubt.ts';
import { trustSentences } from '../../src/report/run/trust.ts';
import { Explain, type FigureId } from '../explain/index.ts';
import { reading } from '../state/store.ts';
import { ExactBadge } from './exact-badge.tsx';
import { NinesScale } from './nines-scale.tsx';
import { periods } from './periods.ts';
import './results.css';

interface HeadlineProps {
  readonly report: Report;
  /** The figures are not of the text as it is. */
  readonly stale: boolean;
  /** Years are still being added. */
  readonly running: boolean;
  /** The text has errors, so there cannot be newer figures. Default: as the page's text has. */
  readonly broken?: boolean;
}

const SHARES: readonly (readonly [key: keyof typeof AVAILABILITY_FIGURES, figure: FigureId, of: string])[] = [
  ['availability.requests', 'requests', ''],
  ['availability.degraded', 'degraded', ' of the time'],
  ['availability.out', 'out', ' of the time'],
];

/** The answer in large type, and beside it what the bare arithmetic would have said. */
export function Headline({ report, stale, running, broken = reading.value?.model === null }: HeadlineProps) {
  const said = answer(report);
  const { downtimePerYear } = report.availability;
  return (
    <div class={stale ? 'headline headline-stale' : 'headline'} aria-busy={running}>
      {stale && <Stale broken={broken} />}
      <div class="headline-top">
        <div class="headline-answer">
          <p class="answer">
            {said.availability}
            <Explain figure="availability" />
          </p>
          <p class="headline-rest">
            {said.nines !== null && (
              <span class="headline-part">
                {said.nines}
                <Explain figure="nines" />
              </span>
            )}
            <span class="headline-part">{said.downtime}</span>
            {said.uncertainty !== '' && (
              <span class="headline-part muted">
                {said.uncertainty}
                <Explain figure="interval" />
              </span>
            )}
          </p>
          {report.availability.exact.value !== null && <ExactBadge report={report} />}
        </div>
        <Claim report={report} />
      </div>
      {report.availability.exact.value === null && <ExactBadge report={report} />}
      {[...trustSentences(report), ...doubtSentences(report)].map((sentence) => (
        <p class="small headline-trust" key={sentence}>
          {sentence}
        </p>
      ))}
      <NinesScale report={report} />
      <dl class="headline-facts">
        {downtimePerYear.mean > 0 &&
          periods(downtimePerYear).map(({ period, downtime }, i) => (
            <div key={period}>
              <dt>
                {period}
                {i === 0 && <Explain figure="periods" />}
              </dt>
              <dd>{downtime}</dd>
            </div>
          ))}
      </dl>
      <dl class="headline-facts">
        {SHARES.map(([key, figure, of]) => (
          <div key={key}>
            <dt>
              {AVAILABILITY_FIGURES[key].name}
              <Explain figure={figure} />
            </dt>
            <dd>
              {textOf(AVAILABILITY_FIGURES[key], report, '')}
              {of}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Claim({ report }: { readonly report: Report }) {
  const claimed = claim(report);
  return (
    <div class="headline-claim">
      <p class="eyebrow">
        {capitalised(AVAILABILITY_FIGURES['availability.arithmeticUnavailability'].name)}
        <Explain figure="arithmetic" />
      </p>
      {claimed === null ? (
        <p class="small muted">nothing: {whyRefused(report.refused, 'bare arithmetic')}</p>
      ) : (
        <Claimed {...claimed} />
      )}
    </div>
  );
}

function Claimed({ availability, downtime, found, off }: NonNullable<ReturnType<typeof claim>>) {
  const isWithin = found !== 'differs';
  const verdict = {
    agrees: 'The simulation agrees.',
    open: 'So few years do not tell it from what was simulated.',
    differs: off === null ? null : `${off} than was simulated`,
  }[found];
  return (
    <>
      <p class="headline-claimed">{isWithin ? availability : <s>{availability}</s>}</p>
      <p class="small muted">{downtime} a year</p>
      {verdict !== null && (
        <p class={isWithin ? 'small' : 'small headline-gap'}>
          {verdict}
          <Explain figure="gap" />
        </p>
      )}
    </>
  );
}

function Stale({ broken }: { readonly broken: boolean }) {
  return (
    <p class="headline-warning">
      <span class="badge">stale</span>{' '}
      {broken
        ? 'The model has errors: these figures are of the last version without.'
        : 'The model has changed: these figures are of the version before.'}
    </p>
  );
}
