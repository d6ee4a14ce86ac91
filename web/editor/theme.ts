import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours of the text: the page's own, light and dark alike. */
export const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--muted)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.labelName, tags.typeName, tags.meta, tags.keyword], color: 'var(--c4)' },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: 'var(--muted)' },
]);

const tooltip = {
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius)',
  backgroundColor: 'var(--surface)',
  color: 'var(--ink)',
  boxShadow: '0 6px 24px rgb(0 0 0 / 16%)',
  overflow: 'hidden',
};
const wavy = (colour: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy ${colour} 1px`,
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
});

export const theme = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text-small)', color: 'var(--ink)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunken) 55%, transparent)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--muted)', border: 'none' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 4px', minWidth: '2.2em' },
  '.cm-gutter-lint': { width: '1.1em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker': { width: '1em', height: '1em', textAlign: 'center', fontWeight: '700', lineHeight: '1.55' },
  '.cm-lint-marker-error': { content: '"✕"', color: 'var(--bad)' },
  '.cm-lint-marker-warning': { content: '"!"', color: 'var(--unsure)' },
  '.cm-lint-marker-error::after': { content: '"✕"' },
  '.cm-lint-marker-warning::after': { content: '"!"' },
  '.cm-lintRange-error': wavy('var(--bad)'),
  '.cm-lintRange-warning': wavy('var(--unsure)'),
  '.cm-lintPoint::after': { borderBottomColor: 'var(--bad)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--accent-soft)' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--line)',
  },
  '.cm-tooltip': tooltip,
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em', minWidth: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85', marginLeft: '1em' },
  '.cm-completionInfo': { padding: '8px 12px', maxWidth: '22rem', fontFamily: 'var(--font)', lineHeight: '1.45' },
  '.nines-hover': { padding: '8px 12px', maxWidth: '24rem', fontFamily: 'var(--font)', lineHeight: '1.45' },
  '.cm-tooltip-lint': { padding: '0' },
  '.cm-diagnostic': {
    padding: '8px 12px',
    maxWidth: '26rem',
    marginLeft: '0',
    borderLeft: '3px solid var(--bad)',
    fontFamily: 'var(--font)',
    lineHeight: '1.45',
    whiteSpace: 'pre-wrap',
  },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--unsure)' },
  '.cm-diagnosticAction': {
    display: 'block',
    minHeight: '28px',
    margin: '6px 0 0',
    padding: '3px 10px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    background: 'var(--surface)',
    color: 'var(--ink)',
    font: 'inherit',
    cursor: 'pointer',
  },
  '.cm-diagnosticAction:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
});
