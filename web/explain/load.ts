import type { Explanation } from './explanation.ts';
import type { FigureId } from './titles.ts';

type Explanations = Readonly<Record<FigureId, Explanation>>;

let contents: Explanations | null = null;

/** What all figures mean, once it was loaded. */
export function explanations(): Explanations | null {
  return contents;
}

/** They are a tenth of the page's text, and most visits ask for none of them. */
export async function loadExplanations(): Promise<Explanations> {
  contents ??= (await import('./contents/index.ts')).EXPLANATIONS;
  return contents;
}
