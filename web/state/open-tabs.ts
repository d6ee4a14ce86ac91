/*
 * Which documents other tabs have open, told by the platform's locks: they vanish with their tab, even when it
 * crashes. Without locks (plain http) nothing counts as open; `Document` then still keeps two tabs apart.
 */

const NAME = 'nines.document.';
/** After a reload the lock of the page before may take a moment to go. */
const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 100;

let held = '';
let release: (() => void) | null = null;

/** Says to other tabs that this one has the document open; the one before no longer. */
export function keepOpen(id: string): void {
  release?.();
  held = id;
  locks()
    ?.request(
      NAME + id,
      { mode: 'shared' },
      () => new Promise<void>((resolve) => (held === id ? (release = resolve) : resolve())),
    )
    .catch(() => undefined);
}

export async function isOpenElsewhere(id: string): Promise<boolean> {
  if (id === held) return false;
  for (let attempt = 1; ; attempt++) {
    if (!(await isHeld(id))) return false;
    if (attempt === ATTEMPTS) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

async function isHeld(id: string): Promise<boolean> {
  try {
    const state = await locks()?.query();
    return state?.held?.some(({ name }) => name === NAME + id) ?? false;
  } catch {
    return false;
  }
}

function locks(): LockManager | undefined {
  // Absent where the page is not served securely, whatever its type says.
  return (navigator as { readonly locks?: LockManager }).locks;
}
