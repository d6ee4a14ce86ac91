/**
 * How delays, coins and a shock's victims are drawn from another distribution than they have, the history's weight
 * being multiplied by the ratio of the two. An engine has it only where somebody lives on in copies of its states.
 *
 * @typeParam H the history
 */
export interface Tilt<H> {
  /** Seconds. @param id of the draw */
  delay(h: H, id: number, stream: number): number;
  /** Whether it happens. @param probability that it does, neither 0 nor 1 */
  coin(h: H, stream: number, probability: number): boolean;
  /** Whom a shock strikes. */
  victims(h: H, shock: number): void;
}
