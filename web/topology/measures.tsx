import type { ImportanceFigures } from '../../src/analysis/report-structure.ts';
import { IMPORTANCE_NAMES, importanceTexts, MEASURES } from '../../src/plots/data/importance.ts';

/** The four measures of importance, each with what it means. */
export function Measures({ figures }: { readonly figures: ImportanceFigures }) {
  const texts = importanceTexts(figures);
  return (
    <dl aria-label={`Importance of ${figures.element}`}>
      {IMPORTANCE_NAMES.map((name, i) => (
        <div key={name}>
          <dt>
            {MEASURES[name].name}
            <b>{texts[i]}</b>
          </dt>
          <dd>{MEASURES[name].meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
