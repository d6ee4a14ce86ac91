import { AvailabilityTable } from './availability-table.tsx';
import { LogSlider } from './log-slider.tsx';
import { onePartModel } from './models.ts';
import { unavailabilityOf } from './arithmetic.ts';
import { mtbf, mttr, setMtbf, setMttr, unavailability } from './state.ts';
import { availabilityText, inputTime, readTime } from './text.ts';
import { TryIt } from './try-it.tsx';
import { TypedInput } from './typed-input.tsx';

const DAY = 86_400;
const SLIDERS = { mtbf: [60, 20 * 365.25 * DAY], mttr: [1, 30 * DAY] } as const;

/** MTBF and MTTR, and what halving each of them does. */
export function RepairSection() {
  const [up, down, u] = [mtbf.value, mttr.value, unavailability.value];
  const [upText, downText] = [inputTime(up), inputTime(down)];
  return (
    <section class="learn-section" aria-labelledby="learn-repair">
      <h2 class="title" id="learn-repair">
        Failing and being repaired
      </h2>
      <p class="prose">
        A part works for its MTBF on average, then is down for its MTTR on average. The share of time up follows from
        the two alone, whatever their distributions.
      </p>
      <div class="learn-sliders">
        <TypedInput label="MTBF, mean time up" text={upText} read={readTime} onValue={setMtbf} />
        <LogSlider label="MTBF" value={up} range={SLIDERS.mtbf} text={upText} onValue={setMtbf} />
        <TypedInput label="MTTR, mean time down" text={downText} read={readTime} onValue={setMttr} />
        <LogSlider label="MTTR" value={down} range={SLIDERS.mttr} text={downText} onValue={setMttr} />
      </div>
      <p class="learn-formula">
        A = MTBF ÷ (MTBF + MTTR) = {upText} ÷ ({upText} + {downText}) = <strong>{availabilityText(u)}</strong>
      </p>
      <AvailabilityTable
        label="Halving"
        heading="What if"
        rows={[
          { name: 'as it is', u },
          { name: 'repaired twice as fast', u: unavailabilityOf(up, down / 2) },
          { name: 'fails half as often', u: unavailabilityOf(up * 2, down) },
          { name: 'fails twice as often', u: unavailabilityOf(up / 2, down) },
        ]}
      />
      <p class="prose small muted">
        Repairing twice as fast is exactly as good as failing half as often, and usually cheaper: alerts, runbooks and
        restarts shorten the MTTR, only better parts lengthen the MTBF.
      </p>
      <TryIt name="one part" model={() => onePartModel(mtbf.value, mttr.value)} />
    </section>
  );
}
