import type { Report } from '../../src/analysis/report.ts';
import { AVAILABILITY_FIGURES } from '../../src/analysis/described/availability.ts';
import { capitalised } from '../../src/report/text.ts';
import { answer, claim } from '../../src/report/run/answer.ts';
import { Explain } from '../explain/index.ts';
import { run } from '../state/runs.ts';
import { beforeFigures, blank, reading, report, running, stale, waits } from '../state/store.ts';
import { StripChange } from './change.tsx';
import { StripTargets } from './targets.tsx';
import './strip.css';

/** What the model comes to, always in sight: the answer in words, what multiplying claims, the targets. */
export function Strip() {
  const found = report.value;
  return (
    <section class={stale.value ? 'strip is-stale' : 'strip'} aria-label="The answer" aria-busy={running.value}>
      {blank.value ? (
        <p class="strip-waiting muted">Nothing to simulate yet: add a service.</p>
      ) : found === null ? (
        <p class="strip-waiting muted">{beforeFigures.value}</p>
      ) : (
        <Answer of={found} />
      )}
    </section>
  );
}

function Answer({ of: found }: { readonly of: Report }) {
  const said = answer(found);
  return (
    <>
      <div class="strip-answer">
        <p class="strip-figure">
          <b>{said.availability}</b> available
          <Explain figure="availability" />
          {stale.value && <Stale />}
        </p>
        <p class="strip-rest">
          {said.downtime} <span class="muted">{said.uncertainty}</span>
          {said.nines !== null && <span class="strip-nines"> · {said.nines}</span>}
        </p>
      </div>
      <Claim of={found} />
      <StripTargets report={found} />
      <StripChange />
    </>
  );
}

/** What bare multiplication says, where it says anything. */
function Claim({ of: found }: { readonly of: Report }) {
  const claimed = claim(found);
  if (claimed === null) return null;
  const verdict = {
    agrees: 'the simulation agrees',
    open: 'too few years to tell',
    differs: claimed.off === null ? 'the simulation differs' : `${claimed.off} than was simulated`,
  }[claimed.found];
  return (
    <div class="strip-claim">
      <p>
        {capitalised(AVAILABILITY_FIGURES['availability.arithmeticUnavailability'].name)}{' '}
        {claimed.found === 'differs' ? <s>{claimed.availability}</s> : claimed.availability}
        <Explain figure="arithmetic" />
      </p>
      <p>{verdict}</p>
    </div>
  );
}

function Stale() {
  const isBroken = reading.value?.model === null;
  const said = {
    class: 'badge unsure strip-stale',
    title: isBroken
      ? 'The model has errors: these figures are of the last version without.'
      : 'The model has changed: these figures are of the version before.',
  };
  if (!waits.value || isBroken) return <span {...said}>stale</span>;
  return (
    <button type="button" {...said} onClick={() => void run()}>
      stale: run
    </button>
  );
}
