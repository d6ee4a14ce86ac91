import { importsOf } from './imports.ts';
import type { House } from './sources.ts';

/** `src/engine/heap.ts` → `engine`, `web/life/log.tsx` → `web/life`; files at the top of src and web belong to no folder. */
export function folderOf(file: string): string | null {
  const [top, folder, ...rest] = file.split('/');
  if (rest.length === 0) return null;
  return top === 'src' ? folder : `${top}/${folder}`;
}

/** Which folders each folder may import: lines such as "- `compile` may import model, random". */
export function directionsIn(text: string): Map<string, readonly string[]> {
  const lines = text.matchAll(/^- `([\w/]+)` may import (.+)$/gm);
  return new Map([...lines].map(([, folder, list]) => [folder, list === 'nothing' ? [] : list.split(', ')]));
}

/** `file imports file` for every import that no line allows. */
export function wrongWay(house: House, allowed: ReadonlyMap<string, readonly string[]>): string[] {
  const wrong: string[] = [];
  for (const file of house.sources) {
    const folder = folderOf(file);
    for (const { target } of importsOf(house, file)) {
      const other = target === null ? null : folderOf(target);
      // What lies beside the folders of the page puts them together; nobody imports it.
      const isTop = folder !== null && target !== null && /^web\/[^/]+$/.test(target);
      const isAllowed =
        folder === null || other === null || other === folder || (allowed.get(folder) ?? []).includes(other);
      if (!isAllowed || isTop) wrong.push(`${file} imports ${target}`);
    }
  }
  return wrong;
}
