import { nearest, visible, type Problem } from '../units/index.ts';
import type { Advice } from './advice.ts';
import type { Diagnostic } from './diagnostic.ts';
import { messages } from './messages/index.ts';
import type { Assumption } from './model.ts';
import type { Location } from './tree.ts';

/** A document can be wrong in more places than anybody reads. */
const MAX_DIAGNOSTICS = 1_000;

/** How many words may be compared in search of near ones: a hostile model could ask for any number. */
const MAX_COMPARISONS = 100_000;

/** Collects everything that is wrong with a model: messages come in without a place and get theirs here. */
export class Report {
  /** What has been said already: the instances of one service share its mistakes. */
  readonly #said = new Set<string>();
  readonly #found: Diagnostic[] = [];
  #omitted = 0;
  #errors = 0;
  #comparisons = MAX_COMPARISONS;

  /** What the model does not say, and what is taken for it. */
  readonly assumptions: Assumption[] = [];

  constructor(readonly advice: Advice) {}

  error(at: Location, problem: Problem): void {
    this.#errors++;
    this.#add({ severity: 'error', ...readable(problem), line: at.line, column: at.column, path: visible(at.path) });
  }

  warning(at: Location, problem: Problem): void {
    this.#add({ severity: 'warning', ...readable(problem), line: at.line, column: at.column, path: visible(at.path) });
  }

  /** The nearest right word for a wrong one, as long as there have not been too many wrong ones. */
  nearest(word: string, candidates: Iterable<string>, limit?: number): string | null {
    return nearest(word, this.#counted(candidates), limit);
  }

  *#counted(candidates: Iterable<string>): Iterable<string> {
    for (const candidate of candidates) {
      if (--this.#comparisons < 0) return;
      yield candidate;
    }
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** In the order of the text. */
  diagnostics(): Diagnostic[] {
    const sorted = [...this.#found].sort((a, b) => a.line - b.line || a.column - b.column);
    if (this.#omitted > 0) {
      const severity = sorted.some((d) => d.severity === 'error') ? 'error' : 'warning';
      sorted.push({ severity, ...messages.more(this.#omitted), line: sorted.at(-1)?.line ?? 1, column: 1, path: '' });
    }
    return sorted;
  }

  #add(diagnostic: Diagnostic): void {
    const { line, column, path, message } = diagnostic;
    const once = JSON.stringify([line, column, path, message]);
    if (this.#said.has(once)) return;
    this.#said.add(once);
    if (this.#found.length < MAX_DIAGNOSTICS) this.#found.push(diagnostic);
    else this.#omitted++;
  }
}

/** Longer than any name, and longer than anybody reads. */
const MAX_QUOTED = 120;
const MAX_MESSAGE = 1_000;
/** A suggestion is typed as it is, so that it can be left out, and not cut. */
const MAX_SUGGESTION = 300;

/** Nothing in it that cannot be seen, and nothing of the model at full length: a model can come from a stranger. */
function readable({ message, suggestion }: Problem): Problem {
  const seen = visible(message).replace(/'([^']+)'/g, (whole, text: string) =>
    text.length > MAX_QUOTED ? `'${text.slice(0, MAX_QUOTED - 3)}…'` : whole,
  );
  const typed =
    suggestion !== null && suggestion.length <= MAX_SUGGESTION && visible(suggestion) === suggestion
      ? suggestion
      : null;
  return { message: seen.length > MAX_MESSAGE ? `${seen.slice(0, MAX_MESSAGE - 1)}…` : seen, suggestion: typed };
}
