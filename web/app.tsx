import { useEffect } from 'preact/hooks';
import { HelpDialog } from './help/index.ts';
import { narrow } from './model/narrow.ts';
import { BadLink, badLink, ShareDialog } from './share/index.ts';
import { Explaining } from './explaining.tsx';
import { Header } from './header.tsx';
import { DrillAside, Side } from './side.tsx';
import { StatusLine } from './status.tsx';
import { Strip } from './strip/strip.tsx';
import { lazily } from './parts/lazy.tsx';
import { Tabs } from './tabs.tsx';
import { blank, drilling, model, moment, report } from './state/store.ts';

/** No figure waits for the drawing. */
const loadTopology = () => import('./topology/index.ts').then((parts) => parts.Topology);
const Topology = lazily(loadTopology);
const DrillBar = lazily(() => import('./drill/index.ts').then((parts) => parts.DrillBar));

const Toolbar = lazily(() => import('./inspector/index.ts').then((parts) => parts.Toolbar));
const BlankSheet = lazily(() => import('./inspector/index.ts').then((parts) => parts.BlankSheet));

/**
 * The page: what it comes to in a strip that stays, the topology with the inspector and the text beside it on the first
 * screen, and at its foot the views that explain it.
 */
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
      <main class="shell-results" id="results" tabIndex={-1}>
        {badLink.value === '' ? <Results /> : <BadLink reason={badLink.value} />}
      </main>
      <Explaining />
      <StatusLine />
      <ShareDialog />
      <HelpDialog />
    </div>
  );
}

function Results() {
  return (
    <>
      <Strip />
      <div class={drilling.value === null ? 'stage' : 'stage is-drill'}>
        <Shape />
        <Side />
      </div>
      <Tabs />
    </>
  );
}

/** Before there is anything to draw. */
function Sheet() {
  return (
    <section class="shell-topology" aria-labelledby="topology-title">
      <div class="stage-bar">
        <h2 class="title" id="topology-title" tabIndex={-1}>
          Topology
        </h2>
        <Toolbar />
      </div>
      <BlankSheet />
    </section>
  );
}

function Shape() {
  if (blank.value) return <Sheet />;
  const shown = model.value;
  if (shown === null) return <div class="shell-topology" />;
  const isDrill = drilling.value !== null;
  return (
    <section class={isDrill ? 'shell-topology is-drill' : 'shell-topology'} aria-labelledby="topology-title">
      <div class="stage-bar">
        <h2 class="title" id="topology-title" tabIndex={-1}>
          {isDrill ? 'Drill' : `Topology${moment.value === null ? '' : ' at the moment chosen in one life'}`}
        </h2>
        {!isDrill && <Toolbar />}
      </div>
      {isDrill && <DrillBar />}
      <div class="shape">
        <Topology model={shown} report={report.value} fits={!narrow.value} />
        {isDrill && narrow.value && <DrillAside />}
      </div>
    </section>
  );
}
