import { notice, progress, stale, waits } from './state/store.ts';

/** One quiet line that says what goes on, to eyes and to screen readers. */
export function StatusLine() {
  return (
    <>
      <footer class="status">
        <p role="status" aria-live="polite">
          {sentence()} {notice.value}
        </p>
      </footer>
      <p class="print-only">{madeOf()}</p>
    </>
  );
}

/** On paper: what makes the figures again. */
function madeOf(): string {
  if (progress.value === null) return '';
  const { run, model } = progress.value.report;
  return `nines ${run.version}, ${run.years} years, seed ${run.seed}; the model's text has SHA-256 ${model.sha256}.`;
}

function sentence(): string {
  const news = progress.value;
  if (news === null) return waits.value ? 'Nothing is simulated until you press Run.' : 'Reading the model.';
  const simulated = `${news.report.run.years.toLocaleString('en-US')} years simulated`;
  if (stale.value) {
    const next = waits.value ? ' Run makes new ones.' : '';
    return `The model has changed; these figures are of the version before. ${simulated}.${next}`;
  }
  if (news.state === 'running') return 'Simulating.';
  if (news.state === 'paused') return `Stopped; what is finished counts. ${simulated}.`;
  return `${simulated}, seed ${news.report.run.seed}. Nothing left this machine.`;
}
