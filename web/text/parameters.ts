import { entriesBelow, outlineOf, unquote, type Entry, type Style } from './outline.ts';

/** A parameter as it stands in the text. */
interface ParameterText {
  readonly name: string;
  /** The value without its quotes, as typed. */
  readonly written: string;
  /** The value with its quotes. */
  readonly from: number;
  readonly to: number;
  readonly style: Extract<Style, 'plain' | 'single' | 'double'>;
  readonly flow: boolean;
  /** Where the model says that it may lie, as typed; empty where it does not say. */
  readonly least: string;
  readonly most: string;
  /** `decision`, `assumption`, or whatever is typed there. */
  readonly is: string;
  /** What the comment behind it, on the same line, says. */
  readonly note: string;
}

/**
 * The model's parameters whose value is a text on one line, alone or in `{ value, from, to, is }`; others can be
 * changed in the text only.
 */
export function parameterTexts(text: string): readonly ParameterText[] {
  const seen = new Set<string>();
  const { entries } = outlineOf(text);
  return entriesBelow(entries, ['parameters']).flatMap((entry) => {
    const name = entry.path[1];
    const inside = entry.style === 'map' || entry.style === 'none' ? entriesBelow(entries, entry.path) : [];
    const value = inside.find(({ path }) => path[2] === 'value') ?? entry;
    const { style } = value;
    if (
      entry.keyFrom < 0 ||
      !/^[A-Za-z_]\w*$/.test(name) ||
      seen.has(name) ||
      (style !== 'plain' && style !== 'single' && style !== 'double')
    )
      return [];
    seen.add(name);
    const said = (key: string) => {
      const found = inside.find(({ path }) => path[2] === key);
      return found === undefined || found.valueTo < 0 ? '' : writtenIn(text, found);
    };
    return [
      {
        name,
        written: writtenIn(text, value),
        from: value.valueFrom,
        to: value.valueTo,
        style,
        flow: value.flow,
        least: said('from'),
        most: said('to'),
        is: said('is'),
        note: noteBehind(text, Math.max(value.valueTo, ...(value.flow ? inside : []).map(({ valueTo }) => valueTo))),
      },
    ];
  });
}

/** The text with another value for one parameter; every character outside of the old value stays. */
export function rewrite(
  text: string,
  { from, to, style, flow }: Pick<ParameterText, 'from' | 'to' | 'style' | 'flow'>,
  value: string,
): string {
  return text.slice(0, from) + scalar(value, style, flow) + text.slice(to);
}

/** A value in the quotes that the old one had, or with the quotes that it needs. */
function scalar(value: string, style: ParameterText['style'], flow: boolean): string {
  if (style === 'double') return JSON.stringify(value);
  if (style === 'plain' && isPlain(value, flow)) return value;
  return `'${value.replace(/'/g, "''")}'`;
}

/** Whether YAML takes the text as it is: a cautious answer. */
function isPlain(value: string, flow: boolean): boolean {
  return /^[\w.+(](?:[\w .+*/^()%-]|,(?=.))*$/.test(value) && !value.endsWith(' ') && !(flow && value.includes(','));
}

function writtenIn(text: string, { valueFrom, valueTo, style }: Entry): string {
  const raw = text.slice(valueFrom, valueTo);
  return style === 'plain' ? raw : unquote(raw);
}

function noteBehind(text: string, to: number): string {
  const rest = /[^\r\n]*/y;
  rest.lastIndex = to;
  return (/^[\s,}]*\s#\s*(.*)$/.exec(rest.exec(text)?.[0] ?? '')?.[1] ?? '').trim();
}
