import { exactFigures } from '../analysis/exact/exact.ts';
import {
  arithmeticAvailability,
  arithmeticUnavailability,
  cutSets,
  cutSetsByOrder,
  importance,
  singlePoints,
} from '../analysis/structure/index.ts';
import { refusals } from '../analysis/theorems.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Model } from '../model/model.ts';

/** What is known of a model without simulating it. */
export function checkFigures(model: Model) {
  return {
    ...{
      name: model.name,
      arithmetic: arithmeticAvailability(model),
      arithmeticUnavailability: arithmeticUnavailability(model),
      exact: exactFigures(model),
    },
    ...{
      singlePoints: singlePoints(model),
      cutSets: cutSets(model),
      cutSetsByOrder: cutSetsByOrder(model),
      importance: importance(model),
    },
    refused: refusals(model),
  };
}

/** The same as a report. @param checked null: the model has errors */
export function checkReport(
  diagnostics: readonly Diagnostic[],
  checked: ReturnType<typeof checkFigures> | null,
  expanded: string | null = null,
) {
  return {
    nines: 1,
    kind: 'check',
    diagnostics,
    singlePoints: checked?.singlePoints ?? [],
    cutSets: checked?.cutSets ?? [],
    cutSetsByOrder: checked?.cutSetsByOrder ?? [],
    importance: checked?.importance ?? [],
    arithmetic: checked?.arithmetic ?? null,
    arithmeticUnavailability: checked?.arithmeticUnavailability ?? null,
    exact: checked?.exact ?? null,
    ...(checked === null || checked.refused.length === 0 ? {} : { refused: checked.refused }),
    ...(expanded === null ? {} : { expanded }),
  };
}
