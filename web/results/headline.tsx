import type { Report } from '../../src/analysis/report.ts';
import { whyRefused } from '../../src/report/refusals.ts';
import { percent } from '../../src/units/figure.ts';
import { Explain } from '../explain/index.ts';
import { reading } from '../state/store.ts';
import { answer, periods } from './answer.ts';
import { type Contrast, contrast } from './contrast.ts';
import { ExactBadge } from './exact-badge.tsx';
import { NinesScale } from './nines-scale.tsx';
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

/** The answer in large type, and beside it what the bare arithmetic would have said. */
export function Headline({ report, stale, running, broken = reading.value?.model === null }: HeadlineProps) {
  const said = answer(report);
  const { requests, degraded, out, downtimePerYear } = report.availability;
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
        <div>
          <dt>
            requests answered
            <Explain figure="requests" />
          </dt>
          <dd>{percent(requests.mean, requests.ci95)}</dd>
        </div>
        <div>
          <dt>
            degraded
            <Explain figure="degraded" />
          </dt>
          <dd>{percent(degraded.mean, degraded.ci95)} of the time</dd>
        </div>
        <div>
          <dt>
            fully out
            <Explain figure="out" />
          </dt>
          <dd>{percent(out.mean, out.ci95)} of the time</dd>
        </div>
      </dl>
    </div>
  );
}

function Claim({ report }: { readonly report: Report }) {
  const found = contrast(report);
  return (
    <div class="headline-claim">
      <p class="eyebrow">
        Arithmetic claims
        <Explain figure="arithmetic" />
      </p>
      {found === null ? (
        <p class="small muted">nothing: {whyRefused(report.refused, 'bare arithmetic')}</p>
      ) : (
        <Claimed {...found} />
      )}
    </div>
  );
}

function Claimed({ claim, downtime, isWithin, verdict }: Contrast) {
  return (
    <>
      <p class="headline-claimed">{isWithin ? claim : <s>{claim}</s>}</p>
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
