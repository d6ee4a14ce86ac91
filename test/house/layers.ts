import { importsOf } from './imports.ts';
import type { House } from './sources.ts';

/** Rows of a table "| file of `engine` | … |", from those that know least: names of files, and of folders beside them. */
export function layersIn(text: string, folder: string): string[][] {
  const [, table] = text.split(`| file of \`${folder}\` |`);
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
  return rows.map((row) => [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(([, name]) => name));
}

/** What of a folder does not keep to its table: imports of what stands in a row below, files in no row, names of no file. */
export function outOfLayers(house: House, folder: string, layers: readonly (readonly string[])[]): string[] {
  const within = house.sources.filter((file) => file.startsWith(`src/${folder}/`));
  const nameOf = (file: string) => file.split('/')[2].replace(/\.tsx?$/, '');
  const rowOf = (file: string) => layers.findIndex((row) => row.includes(nameOf(file)));
  const names = new Set(within.map(nameOf));
  return [
    ...layers.flat().filter((name, i, all) => !names.has(name) || all.indexOf(name) !== i).map((name) => `${name} in the table`),
    ...within.filter((file) => rowOf(file) < 0).map((file) => `${file} is in no row`),
    ...within.flatMap((file) =>
      importsOf(house, file)
        .filter(({ target }) => target !== null && within.includes(target) && rowOf(target) > rowOf(file))
        .map(({ target }) => `${file} imports ${target}`),
    ),
  ];
}
