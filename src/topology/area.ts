/** A place of something on the drawing, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LinkShape {
  readonly path: string;
  /** Where the eye and the focus go. */
  readonly x: number;
  readonly y: number;
}
