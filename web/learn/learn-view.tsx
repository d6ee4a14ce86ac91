import { CombineSection } from './combine-section.tsx';
import { NinesSection } from './nines-section.tsx';
import { RepairSection } from './repair-section.tsx';
import { SharedSection } from './shared-section.tsx';
import './learn.css';

/** The nines arithmetic as a playground, up to where it ends and the simulator begins. */
export function LearnView() {
  return (
    <div class="learn">
      <p class="prose">
        The arithmetic that everybody knows, to play with: all four parts show the same system, so that a change in one
        moves the others. It holds while failures are independent, noticed at once and failed over perfectly. The last
        part shows where it ends.
      </p>
      <NinesSection />
      <RepairSection />
      <CombineSection />
      <SharedSection />
    </div>
  );
}
