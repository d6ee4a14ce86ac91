/**
 * Chances within an event, all their outcomes one after the other: the event is lived through again and again, each
 * time with the next outcome, until there is none left.
 */
export interface Chance {
  readonly outcomes: boolean[];
  readonly probabilities: number[];
  /** Outcomes asked for so far in this life. */
  asked: number;
}

export function createChance(): Chance {
  return { outcomes: [], probabilities: [], asked: 0 };
}

export function happens(chance: Chance, probability: number): boolean {
  if (probability >= 1) return true;
  if (probability <= 0) return false;
  if (chance.asked === chance.outcomes.length) {
    chance.outcomes.push(true);
    chance.probabilities.push(probability);
  }
  return chance.outcomes[chance.asked++];
}

/** Probability of the life that has just been lived. */
export function weightOf({ outcomes, probabilities }: Chance): number {
  return outcomes.reduce((weight, outcome, i) => weight * (outcome ? probabilities[i] : 1 - probabilities[i]), 1);
}

/** Turns to the next life; false: that was the last one. */
export function nextLife(chance: Chance): boolean {
  const { outcomes, probabilities } = chance;
  chance.asked = 0;
  while (outcomes.length > 0 && !outcomes[outcomes.length - 1]) {
    outcomes.pop();
    probabilities.pop();
  }
  if (outcomes.length === 0) return false;
  outcomes[outcomes.length - 1] = false;
  return true;
}
