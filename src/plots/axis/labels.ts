/** Width of a digit and of an average letter of the plots' text (12 px) in a wide typeface, on the safe side. */
export const CHARACTER = 7.3;
export const LINE = 15;

/** Estimated, as nothing is measured before it is drawn. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character.codePointAt(0)! > 0x2fff) return 2 * CHARACTER;
  if (/[mwMW@%—<>=+~]/.test(character)) return 1.6 * CHARACTER;
  if (/[A-Z]/.test(character)) return 1.2 * CHARACTER;
  return /[ .,:;'|!ijlIftr()/·-]/.test(character) ? 0.62 * CHARACTER : CHARACTER;
}

/** As much of a text as has room, with an ellipsis where something is missing. */
export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = '';
  let width = CHARACTER;
  for (const character of text) {
    width += characterWidth(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Centres for labels beside each other on a line, as near to where they belong as they can be without touching.
 * @param labels in order of `at`
 */
export function spread(
  labels: readonly { readonly at: number; readonly width: number }[],
  low: number,
  high: number,
  gap = 8,
): readonly number[] {
  const centres: number[] = [];
  let left = low;
  for (const { at, width } of labels) {
    const centre = Math.max(at, left + width / 2);
    centres.push(centre);
    left = centre + width / 2 + gap;
  }
  let right = high;
  for (let i = labels.length - 1; i >= 0; i--) {
    centres[i] = Math.min(centres[i], right - labels[i].width / 2);
    right = centres[i] - labels[i].width / 2 - gap;
  }
  return centres;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * For each label the first of its boxes that touches no label before it, crosses few of the `marks` and stays within
 * the frame; null if there is none.
 * @param marks points of lines that a label should not hide
 * @param most how many it may
 */
export function placeLabels(
  labels: readonly (readonly Box[])[],
  frame: Box,
  marks: readonly (readonly [x: number, y: number])[],
  most = Infinity,
): readonly (number | null)[] {
  const taken: Box[] = [];
  return labels.map((boxes) => {
    let best: number | null = null;
    let fewest = most + 1;
    boxes.forEach((box, i) => {
      if (!within(box, frame) || taken.some((other) => overlap(box, other))) return;
      const hidden = marks.filter(
        ([x, y]) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
      ).length;
      if (hidden < fewest) [best, fewest] = [i, hidden];
    });
    if (best !== null) taken.push(boxes[best]);
    return best;
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
