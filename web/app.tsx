import type { ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import { roomFor } from './topology/order.ts';
import type { BreakElement as BreakElementProps } from './topology/index.ts';
import { Headline, Targets } from './results/index.ts';
import { HelpDialog } from './help/index.ts';
import { ModelPanel } from './model/index.ts';
import { BadLink, badLink, ShareDialog } from './share/index.ts';
import { Header } from './header.tsx';
import { StatusLine } from './status.tsx';
import { lazily } from './parts/lazy.tsx';
import { Tabs } from './tabs.tsx';
import { drilling, model, moment, report, running, stale } from './state/store.ts';

/** No figure waits for the drawing. */
const loadTopology = () => import('./topology/index.ts').then((parts) => parts.Topology);
const Topology = lazily(loadTopology);
const BreakElement = lazily<ComponentProps<BreakElementProps>>(() =>
  import('./drill/index.ts').then((parts) => parts.BreakElement),
);
const DrillBar = lazily(() => import('./drill/index.ts').then((parts) => parts.DrillBar));
const DrillAside = lazily(() => import('./drill/index.ts').then((parts) => parts.DrillAside));

/** The page: the model on the left, what it comes to on the right; on a phone the answer first. */
export function App() {
  useEffect(() => {
    // While the model is read. Whether it came says the drawing's own place.
    loadTopology().catch(() => undefined);
  }, []);
  return (
    <div class="shell">
      <a class="skip-link" href="#results">
        Skip to the results
      </a>
      <Header />
      <aside class="shell-model" aria-label="Model">
        <ModelPanel />
      </aside>
      <main class="shell-results" id="results" tabIndex={-1}>
        {badLink.value === '' ? <Results /> : <BadLink reason={badLink.value} />}
      </main>
      <StatusLine />
      <ShareDialog />
      <HelpDialog />
    </div>
  );
}

function Results() {
  return (
    <>
      <Answer />
      <Shape />
      <Tabs />
    </>
  );
}

function Answer() {
  const found = report.value;
  if (found === null) return <p class="waiting">The first figures come in a moment.</p>;
  return (
    <>
      <section class="shell-headline" aria-label="The answer">
        <Headline report={found} stale={stale.value} running={running.value} />
      </section>
      <section class="shell-targets" aria-label="Targets">
        <Targets report={found} />
      </section>
    </>
  );
}

function Shape() {
  const shown = model.value;
  if (shown === null) return null;
  const isDrill = drilling.value !== null;
  return (
    <section class={isDrill ? 'shell-topology is-drill' : 'shell-topology'} aria-labelledby="topology-title">
      <h2 class="title" id="topology-title" tabIndex={-1}>
        {isDrill ? 'Drill' : `Topology${moment.value === null ? '' : ' at the moment chosen in one life'}`}
      </h2>
      {isDrill && <DrillBar />}
      <div class={`shape has-${roomFor(shown)}`}>
        <Topology model={shown} report={report.value} breakElement={BreakElement} />
        {isDrill && <DrillAside />}
      </div>
    </section>
  );
}
