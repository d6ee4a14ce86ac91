import { duration, percent, range } from '../../../src/units/figure.ts';
import { SHARE_SCALE } from '../../../src/units/scale.ts';
import { singleSentence } from '../../../src/plots/data/parts.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import type { Explanation } from '../explanation.ts';

/** What explains the headline: the gap, what moves it, its parts, the exact value. */
export const WHY = {
  waterfall: {
    formula: 'simulated downtime = arithmetic’s downtime + what each step adds to all steps before it',
    numbers: ({ availability: { arithmeticUnavailability, downtimePerYear: down } }) =>
      arithmeticUnavailability === null
        ? null
        : `${duration(arithmeticUnavailability * SECONDS_PER_YEAR)} claimed; ` +
          `${duration(down.mean, down.ci95)} simulated`,
    inputs:
      'The same model eight times: first as the arithmetic sees it, then with one reality more each time, all ' +
      'in the same simulated history. What a step adds is a paired difference with its own interval.',
    assumes:
      'The order is fixed, and a step counts for what it adds to those above it; in another order each would ' +
      'get another part of the same gap.',
    differs:
      'The first row is the arithmetic and the last is the simulation. Everything between them is what the ' +
      'arithmetic leaves out.',
  },
  tornado: {
    formula: 'bar = figure with one input divided or multiplied by the factor − figure of the model as it is',
    numbers: ({ run }) => `seed ${run.seed}, each input in years that its two ends share with the model`,
    inputs:
      'Each parameter, MTBF, MTTR and delay by itself, halved and doubled; a whole number stays whole and a ' +
      'share at most 100%. A parameter that says where it may lie goes from end to end of that; one that is a ' +
      'decision, and what it sets, is left out. Of a distribution all times are scaled together.',
    assumes:
      'One at a time: two inputs that are changed together can do more, or less, than both bars say. A handle ' +
      'that is dragged runs the model as it then is, and the bars stay those of before.',
    differs: 'The arithmetic has no delays at all, so for it half of these bars have no length.',
  },
  parts: {
    formula: 'downtime = sum over the parts of each split',
    numbers: (report) => singleSentence(report),
    inputs:
      'Every second of downtime, put down to one domain, one or several services, one stage of the recovery, ' +
      'and one number of failures.',
    assumes:
      'By domain and by number of failures, the whole incident counts for how it began; by service and stage, ' +
      'each moment counts for itself. Failures are those in what was then down.',
    differs:
      'The arithmetic takes outages of redundant parts for coincidences of several failures. Where single ' +
      'failures have most of the downtime, it is the failover or the shared domain that hurts.',
  },
  importance: {
    formula:
      'Birnbaum = ∂U ÷ ∂q; criticality = Birnbaum × q ÷ U; risk ' +
      'achievement = U(q = 1) ÷ U; risk reduction = U ÷ U(q = 0)',
    inputs:
      'The structure of the model and each element’s own unavailability q; U is the service’s unavailability ' +
      'by the structure. Birnbaum 1969, Lambert 1975, Vesely et al. 1983.',
    assumes:
      'Elements fail independently of each other, failovers are done and have succeeded. So it ranks what has ' +
      'to be sturdy, not what has to be quick.',
    differs: 'Nothing is simulated: what detection and failover cost is in the tornado and not here.',
  },
  exact: {
    formula:
      'independent parts: only their means count, and the chance is summed over the structure; a small ' +
      'all-exponential model: πQ = 0, the balance of a Markov chain',
    numbers: ({ availability: { exact, mean, ci95 } }) =>
      exact.value === null
        ? exact.reason
        : `${percent(exact.value, null)} exactly; simulated ${percent(mean, ci95)}, 95% interval ` +
          `${range(mean, ci95, SHARE_SCALE)}. ${exact.reason}`,
    inputs:
      'The same model as the simulation’s, wherever one of the two methods holds for all of it; otherwise ' +
      'there is no exact value, and the reason says what stands against it.',
    assumes: 'The long run: the share of time down in a system that has been in operation for long.',
    differs:
      'It draws nothing, so it has no interval; the simulation’s interval should hold it in 95 of 100 runs. ' +
      'Unlike the bare arithmetic it knows shared domains and required members.',
  },
} as const satisfies Record<string, Explanation>;
