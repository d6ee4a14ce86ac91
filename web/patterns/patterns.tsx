import { useId } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PatternEffect, PatternFigures } from '../../src/analysis/report-explanation.ts';
import { text, waits } from '../state/store.ts';
import { Preview } from './preview.tsx';
import { busy, followPatterns, found, looking, make, old, problem } from './state.ts';
import { boughtBy } from './words.ts';
import './patterns.css';

const MOST_SHOWN = 8;

/** The patterns that fit the model, or one service of it, the best first; tried in the background. */
export function Patterns({ service }: { readonly service: string | null }) {
  useEffect(followPatterns, []);
  return (
    <details
      class="inspector-section patterns"
      open={looking.value}
      onToggle={({ currentTarget: { open } }) => (looking.value = open)}
    >
      <summary>
        What would help <Best service={service} />
      </summary>
      {looking.value && <Found service={service} />}
    </details>
  );
}

/** Before anybody has looked: the best that is known by now. */
function Best({ service }: { readonly service: string | null }) {
  const now = found.value;
  if (looking.value || now === null || old.value) return null;
  const [best] = fittingOf(now.figures, service).filter(({ downtimePerYear }) => downtimePerYear.verdict === 'better');
  if (best === undefined) return null;
  const [bought] = boughtBy(best, now.currency);
  return (
    <span class="patterns-best">
      {best.title}: {bought.text}
      {best.rough && ', rough'}
    </span>
  );
}

const fittingOf = ({ effects }: PatternFigures, service: string | null) =>
  effects.filter(({ on }) => service === null || on === service);

function Found({ service }: { readonly service: string | null }) {
  const all = useSignal(false);
  const now = found.value;
  if (now === null)
    return (
      <p class="muted small">
        {problem.value ||
          (waits.value
            ? 'Patterns are tried against figures: press Run first.'
            : 'Patterns that fit are tried in the background.')}
      </p>
    );
  const fitting = fittingOf(now.figures, service);
  const shown = all.value ? fitting : fitting.slice(0, MOST_SHOWN);
  const missing = now.figures.asked - now.figures.effects.length;
  return (
    <div aria-busy={busy.value}>
      <p class="muted small">
        {old.value
          ? `Of the model as it was; ${waits.value ? 'Run tries them anew' : 'they are tried anew'}.`
          : fitting.length === 0 && missing === 0
            ? 'No pattern of the catalogue fits.'
            : 'Each alone, against the model as it is.'}
        {missing > 0 && ` ${missing} more are being tried.`}
      </p>
      <ul class="patterns-list">
        {shown.map((effect) => (
          <Offer key={`${effect.id}/${effect.on}`} effect={effect} of={now.text} currency={now.currency} />
        ))}
      </ul>
      {shown.length < fitting.length && (
        <button type="button" class="button" onClick={() => (all.value = true)}>
          {fitting.length - shown.length} more
        </button>
      )}
    </div>
  );
}

interface OfferProps {
  readonly effect: PatternEffect;
  readonly of: string;
  readonly currency: string;
}

function Offer({ effect, of, currency }: OfferProps) {
  const open = useSignal(false);
  const id = useId();
  return (
    <li>
      <button
        type="button"
        class="patterns-offer"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        <strong>
          {effect.title}
          {effect.on !== null && <span class="muted"> {effect.on}</span>}
        </strong>
        <span class="patterns-bought">
          {boughtBy(effect, currency).map(({ text: bought, range, tone }) => (
            <span key={bought}>
              <span class={tone}>{bought}</span>
              {range !== '' && <span class="muted"> ({range})</span>}
            </span>
          ))}
          {effect.rough && <span class="patterns-rough">rough</span>}
        </span>
      </button>
      {open.value && (
        <div id={id} class="patterns-more">
          <p class="small">{effect.line}</p>
          <Preview text={of} patch={effect.patch} />
          <button type="button" class="button" disabled={of !== text.value} onClick={() => make(effect)}>
            Make it so
          </button>
        </div>
      )}
    </li>
  );
}
