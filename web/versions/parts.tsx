import type { Part } from './bought.ts';

/** Figures of a difference in a row, each with its interval. */
export function Parts({ of: parts }: { readonly of: readonly Part[] }) {
  return (
    <ul class="bought" role="list">
      {parts.map(({ text, range, tone }) => (
        <li key={text}>
          <b class={tone}>{text}</b>
          {range !== '' && <span class="muted"> ({range})</span>}
        </li>
      ))}
    </ul>
  );
}
