import { availabilityFigures } from '../../src/arithmetic/downtime.ts';
import { duration } from '../../src/units/figure.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { setUnavailability, unavailability } from './state.ts';
import { availabilityText, ninesText, readAvailability, readNines, readTime, type Read } from './text.ts';
import { TypedInput } from './typed-input.tsx';

const PERIODS = [
  { name: 'a day', seconds: 86_400 },
  { name: 'a week', seconds: 7 * 86_400 },
  { name: 'a month', seconds: SECONDS_PER_YEAR / 12 },
  { name: 'a quarter', seconds: SECONDS_PER_YEAR / 4 },
  { name: 'a year', seconds: SECONDS_PER_YEAR },
] as const;
const PUBLISHED = [0.01, 0.001, 0.0005, 0.0001, 0.00001, 0.000001];

/** Availability, nines and downtime: type any of them. */
export function NinesSection() {
  const u = unavailability.value;
  return (
    <section class="learn-section" aria-labelledby="learn-nines">
      <h2 class="title" id="learn-nines">
        Nines and downtime
      </h2>
      <p class="prose">An availability is a share of time. Type any of these; the others follow.</p>
      <div class="learn-fields">
        <TypedInput
          label="Availability"
          text={availabilityText(u)}
          read={readAvailability}
          onValue={setUnavailability}
        />
        <TypedInput label="Nines" text={ninesText(u)} read={readNines} onValue={setUnavailability} width={6} />
        {PERIODS.map(({ name, seconds }) => (
          <TypedInput
            key={name}
            label={`Down ${name}`}
            text={duration(u * seconds, null)}
            read={(text) => shareOf(readTime(text), seconds)}
            onValue={setUnavailability}
            width={9}
          />
        ))}
      </div>
      <p class="learn-formula">
        nines = −log₁₀(1 − {availabilityText(u)}) = {ninesText(u)}
        <br />
        downtime = (1 − {availabilityText(u)}) × 365.25 days = {duration(u * SECONDS_PER_YEAR, null)} a year
      </p>
      <Published current={u} />
    </section>
  );
}

function shareOf(read: Read, period: number): Read {
  if ('error' in read) return read;
  return read.value < period ? { value: read.value / period } : { error: 'less than the period itself' };
}

/** The table that everybody quotes; a row sets the playground. */
function Published({ current }: { readonly current: number }) {
  return (
    <div class="scroll-x" role="region" aria-label="Published table" tabIndex={0}>
      <table class="figures learn-table">
        <thead>
          <tr>
            <th scope="col">Availability</th>
            <th scope="col">Nines</th>
            <th scope="col">a day</th>
            <th scope="col">a week</th>
            <th scope="col">a month</th>
            <th scope="col">a quarter</th>
            <th scope="col">a year</th>
          </tr>
        </thead>
        <tbody>
          {PUBLISHED.map((u) => {
            const { downtime } = availabilityFigures('', 1 - u);
            const isCurrent = Math.abs(Math.log(u / current)) < 1e-6;
            return (
              <tr key={u} class={isCurrent ? 'learn-current' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    class="learn-pick"
                    aria-pressed={isCurrent}
                    onClick={() => setUnavailability(u)}
                  >
                    {availabilityText(u)}
                  </button>
                </th>
                <td>{ninesText(u)}</td>
                {[downtime.day, downtime.week, downtime.month, downtime.quarter, downtime.year].map((seconds, i) => (
                  <td key={i}>{duration(seconds, null)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
