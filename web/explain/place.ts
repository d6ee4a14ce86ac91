/** Distance to the button and to the window's edges, pixels. */
const GAP = 8;

/**
 * Puts a box in the window below its button, or above it where there is more room; never over an edge. On a narrow
 * window the style sheet makes it a sheet at the bottom, and this leaves it alone.
 */
export function place(box: HTMLElement, button: HTMLElement): void {
  if (window.innerWidth < 560) {
    box.style.removeProperty('left');
    box.style.removeProperty('top');
    return;
  }
  const from = button.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { left, top } = spot(
    from,
    { width, height },
    { width: document.documentElement.clientWidth, height: window.innerHeight },
  );
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the box goes, in pixels from the window's corner. */
export function spot(
  button: { readonly left: number; readonly top: number; readonly bottom: number },
  box: Size,
  view: Size,
): { left: number; top: number } {
  const below = button.bottom + GAP;
  const above = button.top - GAP - box.height;
  const top = below + box.height + GAP <= view.height || above < GAP ? below : above;
  return {
    left: clamp(button.left - GAP, GAP, view.width - box.width - GAP),
    top: clamp(top, GAP, view.height - box.height - GAP),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
