import { number } from '../../src/units/figure.ts';
import { NinesBar } from '../results/nines-bar.tsx';
import { anyDown } from './arithmetic.ts';
import { CountInput } from './count-input.tsx';
import { sharedDomainsModel } from './models.ts';
import { claimed, exact, type Exact, type SharedDomains } from './shared-domains.ts';
import {
  LIMITS,
  mtbf,
  mttr,
  regionUnavailability,
  replicas,
  required,
  setReplicas,
  setRequired,
  setZones,
  setUnavailability,
  unavailability,
  zones,
  zoneUnavailability,
} from './state.ts';
import { superscript } from '../../src/units/scale.ts';
import { availabilityText, chanceText, downtimeText, readAvailability } from './text.ts';
import { TryIt } from './try-it.tsx';
import { TypedInput } from './typed-input.tsx';

/** Where 1 − (1 − A)ⁿ ends: replicas that share zones and a region. */
export function SharedSection() {
  const shared: SharedDomains = {
    replicas: replicas.value,
    zones: zones.value,
    required: required.value,
    own: unavailability.value,
    zone: zoneUnavailability.value,
    region: regionUnavailability.value,
  };
  const claim = claimed(shared);
  const truth = exact(shared);
  return (
    <section class="learn-section" aria-labelledby="learn-shared">
      <h2 class="title" id="learn-shared">
        Shared domains
      </h2>
      <p class="prose">
        The same parts as replicas, spread over the zones of one region. A zone that fails takes all its replicas; the
        region takes everything. The arithmetic puts the region in series, once, and multiplies as if each replica had a
        zone to itself.
      </p>
      <Inputs shared={shared} />
      <ClaimAndTruth claim={claim} truth={truth} />
      <NinesBar
        marks={[
          { shape: 'dot', unavailability: truth.unavailability, name: 'exact' },
          { shape: 'diamond', unavailability: claim, name: 'arithmetic' },
          { shape: 'rule', unavailability: shared.region, name: 'the region alone' },
        ]}
        text={
          `Scale of nines: exact ${availabilityText(truth.unavailability)}, arithmetic ` +
          `${availabilityText(claim)}, the region alone ${availabilityText(shared.region)}.`
        }
      />
      <Derivation shared={shared} claim={claim} />
      <Conditions shared={shared} truth={truth} />
      <p class="prose small muted">
        No number of replicas gets above the region’s own availability: that line is a wall. Only a second region moves
        it, and then failover takes time, which the simulator knows and no formula here does.
      </p>
      <TryIt
        name="replicas over zones"
        model={() => sharedDomainsModel({ ...shared, mtbf: mtbf.value, mttr: mttr.value })}
      />
    </section>
  );
}

function Inputs({ shared }: { readonly shared: SharedDomains }) {
  return (
    <>
      <div class="learn-counts">
        <CountInput label="Replicas" value={shared.replicas} max={LIMITS.replicas} onValue={setReplicas} />
        <CountInput label="Needed" value={shared.required} max={shared.replicas} onValue={setRequired} />
        <CountInput label="Zones" value={shared.zones} max={LIMITS.zones} onValue={setZones} />
      </div>
      <div class="learn-fields">
        <TypedInput
          label="One replica by itself"
          text={availabilityText(shared.own)}
          read={readAvailability}
          onValue={setUnavailability}
        />
        <TypedInput
          label="A zone"
          text={availabilityText(shared.zone)}
          read={readAvailability}
          onValue={(u) => (zoneUnavailability.value = u)}
        />
        <TypedInput
          label="The region"
          text={availabilityText(shared.region)}
          read={readAvailability}
          onValue={(u) => (regionUnavailability.value = u)}
        />
      </div>
    </>
  );
}

function ClaimAndTruth({ claim, truth }: { readonly claim: number; readonly truth: Exact }) {
  const factor = truth.unavailability / claim;
  return (
    <div class="learn-pair">
      <div>
        <p class="eyebrow">The arithmetic claims</p>
        <p class="learn-figure learn-struck">{availabilityText(claim)}</p>
        <p class="small muted">{downtimeText(claim)} a year</p>
      </div>
      <div>
        <p class="eyebrow">Exactly</p>
        <p class="learn-figure">{availabilityText(truth.unavailability)}</p>
        <p class="small muted">
          {downtimeText(truth.unavailability)} a year,{' '}
          {factor >= 1.05
            ? `${number(factor)} times as much`
            : factor > 0.95
              ? 'the same'
              : `${number(1 / factor)} times less`}
        </p>
      </div>
    </div>
  );
}

function Derivation({ shared, claim }: { readonly shared: SharedDomains; readonly claim: number }) {
  const { own, zone, region, replicas: n, required: k } = shared;
  const isOneZone = shared.zones === 1;
  const series = [region, ...(isOneZone ? [zone] : [])].map((each) => availabilityText(each)).join(' × ');
  const replica = isOneZone
    ? availabilityText(own)
    : `${availabilityText(own)} × ${availabilityText(zone)} = ${availabilityText(anyDown([own, zone]))}`;
  const combined = k === 1 ? `1 − (1 − A)${superscript(n)}` : `at least ${k} of ${n}`;
  return (
    <p class="learn-formula">
      arithmetic: A = {replica}, {series} × ({combined}) = {availabilityText(claim)}
      <br />
      exact: 1 − A = P(region down) + P(region up) × Σ P(j zones down) × P(fewer than {k} up | j zones down)
    </p>
  );
}

/** The exact figure, line by line: what it is conditioned on. */
function Conditions({ shared, truth }: { readonly shared: SharedDomains; readonly truth: Exact }) {
  return (
    <div class="scroll-x" role="region" aria-label="The exact sum" tabIndex={0}>
      <table class="figures learn-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Chance</th>
            <th scope="col">Too few up then</th>
            <th scope="col">Adds</th>
            <th scope="col">Down a year</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">the region is down</th>
            <td>{chanceText(shared.region)}</td>
            <td>100%</td>
            <td>{chanceText(shared.region)}</td>
            <td>{downtimeText(shared.region)}</td>
          </tr>
          {truth.conditions.map(({ zonesDown, chance, tooFewThen, adds }) => (
            <tr key={zonesDown}>
              <th scope="row">{zonesDown === 0 ? 'all zones are up' : `${zonesDown} of ${shared.zones} zones down`}</th>
              <td>{chanceText(chance)}</td>
              <td>{chanceText(tooFewThen)}</td>
              <td>{chanceText(adds)}</td>
              <td>{downtimeText(adds)}</td>
            </tr>
          ))}
          <tr class="learn-sum">
            <th scope="row">together</th>
            <td />
            <td />
            <td>{chanceText(truth.unavailability)}</td>
            <td>{downtimeText(truth.unavailability)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
