import { AvailabilityTable } from './availability-table.tsx';
import { chancesUp, choose, tooFew } from './arithmetic.ts';
import { CountInput } from './count-input.tsx';
import { kOfNModel } from './models.ts';
import { LIMITS, mtbf, mttr, replicas, required, setReplicas, setRequired, unavailability } from './state.ts';
import { superscript } from '../../src/units/scale.ts';
import { availabilityText, chanceText } from './text.ts';
import { TryIt } from './try-it.tsx';

/** Chances below this are drawn as nothing: bars are on a log scale, which has no zero. */
const SMALLEST = 1e-15;

/** Several of the same part: all needed, any needed, k of n needed. */
export function CombineSection() {
  const [u, n, k] = [unavailability.value, replicas.value, required.value];
  const a = availabilityText(u);
  return (
    <section class="learn-section" aria-labelledby="learn-combine">
      <h2 class="title" id="learn-combine">
        Series, parallel, k of n
      </h2>
      <p class="prose">
        Several parts of availability {a}, each failing by itself. In series all are needed, in parallel any one will
        do; in between, k of n are needed to carry the load.
      </p>
      <div class="learn-counts">
        <CountInput label="n, how many there are" value={n} max={LIMITS.replicas} onValue={setReplicas} />
        <CountInput label="k, how many are needed" value={k} max={n} onValue={setRequired} />
      </div>
      <AvailabilityTable
        label="Series, parallel and k of n"
        heading="Up while"
        rows={[
          { name: `all ${n} are up (series)`, formula: `Aⁿ = (${a})${superscript(n)}`, u: tooFew(u, n, n) },
          {
            name: `any one of ${n} is up (parallel)`,
            formula: `1 − (1 − A)ⁿ = 1 − (${chanceText(u)})${superscript(n)}`,
            u: tooFew(u, 1, n),
          },
          {
            name: `at least ${k} of ${n} are up`,
            formula: `Σ C(${n},j) Aʲ (1 − A)${superscript(n)}⁻ʲ, j ≥ ${k}`,
            u: tooFew(u, k, n),
          },
        ]}
      />
      <Terms u={u} n={n} k={k} />
      <TryIt name={`${k} of ${n}`} model={() => kOfNModel(mtbf.value, mttr.value, required.value, replicas.value)} />
    </section>
  );
}

/** Each term of the sum as a bar, those that count as up filled and the others hatched. */
function Terms({ u, n, k }: { readonly u: number; readonly n: number; readonly k: number }) {
  const chances = chancesUp(u, n);
  return (
    <div class="scroll-x" role="region" aria-label="Terms of the sum" tabIndex={0}>
      <table class="figures learn-table learn-terms">
        <caption class="small muted">
          The terms: the chance that exactly so many are up. Bars are on a log scale, from 10⁻¹⁵ to 1.
        </caption>
        <thead>
          <tr>
            <th scope="col">Up</th>
            <th scope="col">Chance</th>
            <th scope="col" class="learn-left">
              Counts as
            </th>
            <th scope="col" class="learn-bar-cell">
              <span class="visually-hidden">Bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {chances.map((_, i) => {
            const up = n - i;
            const isUp = up >= k;
            return (
              <tr key={up}>
                <th scope="row">
                  {up} of {n}
                  <span class="learn-aside">{term(n, up)}</span>
                </th>
                <td>{chanceText(chances[up])}</td>
                <td class={isUp ? 'learn-left' : 'learn-left bad'}>{isUp ? 'up' : 'down'}</td>
                <td class="learn-bar-cell">
                  <svg width="100%" height="12" aria-hidden="true">
                    <rect
                      class={isUp ? 'learn-bar-up' : 'learn-bar-down'}
                      x="0.5"
                      y="1.5"
                      width={`${(99 * barShare(chances[up])).toFixed(1)}%`}
                      height="9"
                      rx="1.5"
                    />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function term(n: number, up: number): string {
  const power = (base: string, exponent: number) =>
    exponent === 0 ? '' : exponent === 1 ? base : `${base}${superscript(exponent)}`;
  const ways = choose(n, up);
  return [ways === 1 ? '' : String(ways), power('A', up), power('(1 − A)', n - up)]
    .filter((each) => each !== '')
    .join(' ');
}

function barShare(chance: number): number {
  return chance <= SMALLEST ? 0 : 1 - Math.log10(chance) / Math.log10(SMALLEST);
}
