import { effect, signal } from '@preact/signals';
import { desk } from '../desk/desk.ts';
import { reading } from '../state/store.ts';

/** What the last text without errors leaves unsaid, by paths joined by line breaks: presets and defaults. */
export const filled = signal<Readonly<Record<string, string>>>({});

let isFollowing = false;
let asked = '';

/** Called once somebody looks; never ends. */
export function followFilled(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const read = reading.value;
    if (read === null || read.model === null || read.text === asked) return;
    asked = read.text;
    desk.expanded(read.text).then(
      (values) => {
        if (asked === read.text) filled.value = values;
      },
      () => undefined,
    );
  });
}
