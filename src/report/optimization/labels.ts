import type { OptimizationReport } from '../../analysis/report-optimization.ts';
import { valueTexts } from '../sweep/values.ts';
import { plainText } from '../text.ts';

/**
 * Each candidate for people: `web_replicas = 4, detect = 30 s`, with the model's name before it where there are
 * several.
 */
export function candidateLabels({ models, candidates, currency }: OptimizationReport): string[] {
  const labels: string[] = new Array(candidates.length);
  models.forEach((model, at) => {
    const own = candidates.flatMap((candidate, i) => (candidate.model === at ? [i] : []));
    const columns = model.vary.map((name) =>
      valueTexts(
        own.map((i) => candidates[i].parameters[name]),
        model.units[name],
        currency,
      ),
    );
    own.forEach((i, row) => {
      const place = model.vary.map((name, column) => `${plainText(name)} = ${columns[column][row]}`).join(', ');
      labels[i] = [
        ...(models.length > 1 || place === '' ? [nameOf(models, at)] : []),
        ...(place === '' ? [] : [place]),
      ].join(': ');
    });
  });
  return labels;
}

/**
 * The same in columns: the model's name where there are several, then each parameter, empty where a model does not have
 * it.
 */
export function labelColumns({
  models,
  candidates,
  currency,
}: OptimizationReport): readonly { readonly name: string; readonly texts: readonly string[] }[] {
  const names = [...new Set(models.flatMap(({ vary }) => vary))];
  const named =
    models.length > 1 || names.length === 0
      ? [{ name: 'model', texts: candidates.map(({ model }) => nameOf(models, model)) }]
      : [];
  const parameters = names.map((name) => {
    const texts: string[] = new Array(candidates.length).fill('');
    models.forEach(({ units }, at) => {
      const own = candidates.flatMap(({ model, parameters: each }, i) =>
        model === at && Object.hasOwn(each, name) ? [i] : [],
      );
      const written = valueTexts(
        own.map((i) => candidates[i].parameters[name]),
        units[name] ?? null,
        currency,
      );
      own.forEach((i, row) => (texts[i] = written[row]));
    });
    return { name: plainText(name), texts };
  });
  return [...named, ...parameters];
}

/** Versions of one model often share their name. */
function nameOf(models: OptimizationReport['models'], at: number): string {
  const name = plainText(models[at].name);
  return models.filter((each) => each.name === models[at].name).length > 1 ? `${at + 1}. ${name}` : name;
}
