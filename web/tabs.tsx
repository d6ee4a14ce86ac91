import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { lazily } from './parts/lazy.tsx';
import { CausesPlot, CostPlot, DowntimeView, loadDowntime, LossPlot, RecoveryPlot } from './plots/index.ts';
import { Explain } from './explain/index.ts';
import { beforeFigures, blank, report, selected, type Tab, tab, TABS } from './state/store.ts';
import type { Report } from '../src/analysis/report.ts';

const CompareView = lazily(() => import('./compare/index.ts').then((views) => views.CompareView));
const DrillView = lazily(() => import('./drill/index.ts').then((views) => views.DrillView));
const LearnView = lazily(() => import('./learn/index.ts').then((views) => views.LearnView));
const LifeView = lazily(() => import('./life/index.ts').then((views) => views.LifeView));
const SweepView = lazily(() => import('./sweep/index.ts').then((views) => views.SweepView));
const WhyView = lazily(() => import('./why/index.ts').then((views) => views.WhyView));

const NAMES: Readonly<Record<Tab, string>> = {
  downtime: 'Downtime',
  recovery: 'Recovery',
  data: 'Data',
  causes: 'Causes',
  why: 'Why',
  cost: 'Cost',
  life: 'One life',
  drill: 'Drill',
  compare: 'Compare',
  sweep: 'What if',
  learn: 'Learn',
};

/** Everything that explains the headline, one view at a time. */
export function Tabs() {
  useEffect(() => {
    // While the first figures are worked out. Whether it came says the view itself.
    loadDowntime().catch(() => undefined);
  }, []);
  return (
    <section class="shell-tabs" aria-label="Details">
      <div class="tabs" role="tablist" aria-label="Views" onKeyDown={move}>
        {TABS.map((name) => (
          <button
            type="button"
            key={name}
            id={`tab-${name}`}
            role="tab"
            aria-selected={tab.value === name}
            aria-controls="view"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
          >
            {NAMES[name]}
          </button>
        ))}
      </div>
      <div id="view" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`} tabIndex={0}>
        <View />
      </div>
    </section>
  );
}

function move(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const at = TABS.indexOf(tab.value);
  const next =
    step !== undefined
      ? TABS[(at + step + TABS.length) % TABS.length]
      : event.key === 'Home'
        ? TABS[0]
        : event.key === 'End'
          ? TABS[TABS.length - 1]
          : null;
  if (next === null) return;
  event.preventDefault();
  tab.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}

function View() {
  switch (tab.value) {
    case 'life':
      return <LifeView />;
    case 'drill':
      return <DrillView />;
    case 'compare':
      return <CompareView />;
    case 'why':
      return <WhyView />;
    case 'sweep':
      return <SweepView />;
    case 'learn':
      return <LearnView />;
    default:
      return report.value === null || blank.value ? (
        <p class="waiting">{blank.value ? 'Nothing to show yet.' : beforeFigures.value}</p>
      ) : (
        <Plots report={report.value} />
      );
  }
}

function Plots({ report: found }: { readonly report: Report }): ComponentChildren {
  switch (tab.value) {
    case 'recovery':
      return <RecoveryPlot report={found} explain={<Explain figure="recoveryTime" />} />;
    case 'data':
      return <LossPlot report={found} explain={<Explain figure="dataLoss" />} />;
    case 'causes':
      return (
        <CausesPlot
          report={found}
          explain={<Explain figure="causes" />}
          onSelect={(cause: string) => (selected.value = ofCause(cause))}
        />
      );
    case 'cost':
      return <CostPlot report={found} explain={<Explain figure="cost" />} />;
    default:
      return <DowntimeView report={found} />;
  }
}

/** `eu-west-1a/outage` belongs to a domain or a service of that name. */
function ofCause(cause: string) {
  const name = cause.split('/')[0];
  return {
    kind: report.value !== null && name in report.value.services ? ('service' as const) : ('domain' as const),
    name,
  };
}
