/** How a value is written. */
export type Style = 'none' | 'plain' | 'single' | 'double' | 'map' | 'list' | 'other';

export interface Entry {
  /** Keys from the root, the entry's own last; the items of lists count from 0. */
  readonly path: readonly string[];
  /** The key as it stands in the text, quotes included; −1 for an item of a list. */
  readonly keyFrom: number;
  readonly keyTo: number;
  /** A scalar as it stands in the text, quotes included; where a `{` or `[` begins; −1 where nothing does. */
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly style: Style;
  /** Within braces or brackets, where commas and brackets end a value. */
  readonly flow: boolean;
}

/** What stands at the end of a text: told of the text before the cursor, what is being typed there. */
export interface End {
  /** Keys from the root to the map or list around; with role `value`, to the value's own key. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value' | 'nothing';
  /** Where the word began that is being typed, after its quote. */
  readonly from: number;
  readonly quote: '' | "'" | '"';
  readonly flow: boolean;
}

export interface Outline {
  readonly entries: readonly Entry[];
  readonly end: End;
}
