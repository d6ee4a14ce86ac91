interface Patch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The lines of a text that a patch touches, with what goes and what comes. */
export function Preview({ text, patch }: { readonly text: string; readonly patch: readonly Patch[] }) {
  return (
    <pre class="patterns-preview" tabIndex={0} aria-label="What it changes in the text">
      {patch.map(({ from, to, insert }, i) => {
        const start = text.lastIndexOf('\n', from - 1) + 1;
        const end = text.indexOf('\n', to);
        return (
          <code key={i}>
            {text.slice(start, from)}
            {to > from && <del>{text.slice(from, to)}</del>}
            {insert !== '' && <ins>{insert}</ins>}
            {text.slice(to, end < 0 ? text.length : end)}
          </code>
        );
      })}
    </pre>
  );
}
