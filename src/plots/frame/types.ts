import type { ComponentChild } from 'preact';
import type { Table } from '../data/table.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place where the cursor can stop, with what it reads there. */
export interface Stop {
  /** Finds the place again when the data has changed: a value on the axis, or a row's name. */
  readonly key: string | number;
  readonly text: string;
}

/** Everything that a frame shows of a plot. Made anew from each report; costs little until it is drawn. */
export interface Plot {
  readonly title: string;
  /** Without ending. */
  readonly file: string;
  /** Model, years, seed; printed under an exported picture. */
  readonly source: string;
  /** What the plot shows, in a sentence or two, for who does not see it. */
  readonly description: string;
  /** What the read-out says while nothing is pointed at: the answer. */
  readonly resting: string;
  /** Said instead of drawing; null: there is something to draw. */
  readonly empty: string | null;
  /** How to read it, under the picture. */
  readonly note?: string;
  height(width: number): number;
  draw(size: Size): ComponentChild;
  readonly stops: readonly Stop[];
  /** Index of the stop where a cursor begins. */
  readonly start: number;
  /** Index of the stop nearest to a point of the picture. */
  locate(x: number, y: number, size: Size): number;
  /** What marks the cursor at a stop. */
  mark(index: number, size: Size): ComponentChild;
  /** At most some hundred rows. */
  table(): Table;
  /** In full, where the table is not. */
  csv?(): Table;
}
