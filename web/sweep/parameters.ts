import { change } from '../state/history.ts';
import { text } from '../state/store.ts';
import { parameterTexts, rewrite } from '../text/parameters.ts';

/** Sets parameters in the model's text, as one step that can be undone. */
export function setParameters(values: Readonly<Record<string, string>>): void {
  let next = text.peek();
  for (const [name, written] of Object.entries(values)) {
    const parameter = parameterTexts(next).find((each) => each.name === name);
    if (parameter !== undefined) next = rewrite(next, parameter, written);
  }
  const said = Object.entries(values)
    .map(([name, written]) => `${name} to ${written}`)
    .join(', ');
  change(next, `set ${said}`);
}

/** Whether two texts are the same but for the values of some parameters. */
export function sameBut(a: string, b: string, names: readonly string[]): boolean {
  return a === b || without(a, names) === without(b, names);
}

function without(model: string, names: readonly string[]): string {
  let next = model;
  for (const name of names) {
    const parameter = parameterTexts(next).find((each) => each.name === name);
    if (parameter !== undefined) next = next.slice(0, parameter.from) + next.slice(parameter.to);
  }
  return next;
}
