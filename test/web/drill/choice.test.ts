import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import type { ExperimentRequest } from '../../../web/desk/types.ts';
import { drilling, moment, reading, seed, selected, tab, text } from '../../../web/state/store.ts';
import { SHOP, shop } from './models.ts';

const { experimentLife, startExperiment, nextExperiment, stopExperiment } = vi.hoisted(() => ({ experimentLife: vi.fn(), startExperiment: vi.fn(), nextExperiment: vi.fn(), stopExperiment: vi.fn() }));
vi.mock('../../../web/desk/desk.ts', () => ({ desk: { experimentLife, startExperiment, nextExperiment, stopExperiment } }));
const { again, begin, end, failure, many, RUNS, run, stopMany } = await import('../../../web/drill/choice.ts');
const { isAtEnd, position, seek, shown } = await import('../../../web/drill/player.ts');

const ASK = { fail: ['db.active'], forSeconds: 3600, losesData: false };
const life = (request: ExperimentRequest & { run: number }) => simulateExperimentLife(shop, shop.experiments[0], { run: request.run });
const write = (wanted: string, isSound = true) => {
  text.value = wanted;
  reading.value = { text: wanted, diagnostics: [], model: isSound ? shop : null, parameterUnits: {}, isTerse: false, edition: 1 };
};
const settle = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { getElementById: () => null });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal('requestAnimationFrame', () => 0);
  experimentLife.mockReset().mockImplementation((request: ExperimentRequest & { run: number }) => Promise.resolve(life(request)));
  startExperiment.mockReset().mockResolvedValue(4);
  nextExperiment.mockReset().mockResolvedValueOnce({ done: 500, runs: RUNS, report: null, isOver: false }).mockResolvedValueOnce({ done: RUNS, runs: RUNS, report: null, isOver: true }).mockResolvedValue(null);
  stopExperiment.mockReset().mockResolvedValue(undefined);
  tab.value = 'downtime';
  write(SHOP);
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('breaking something', () => {
  test('asks for one run and for many, and opens the view of drills', async () => {
    selected.value = { kind: 'service', name: 'db' };
    begin(ASK);
    await settle();
    expect(experimentLife).toHaveBeenCalledWith({ text: SHOP, seed: '', ask: ASK, run: 0 });
    expect(startExperiment).toHaveBeenCalledWith({ text: SHOP, seed: '', ask: ASK, runs: RUNS });
    expect([tab.value, selected.value, drilling.value]).toEqual(['drill', null, ASK]);
    // For those who want no motion it stands at the fault.
    expect(shown.value!.life.replication).toBe(0);
    expect(position.value).toBe(shown.value!.pace.beats[1].at);
    expect(many.value).toMatchObject({ done: RUNS, isOver: true });
  });

  test('another run is one more replay, and the same many', async () => {
    begin(ASK);
    await settle();
    again();
    await settle();
    expect(experimentLife).toHaveBeenLastCalledWith(expect.objectContaining({ run: 1 }));
    expect(shown.value!.life.replication).toBe(1);
    expect(startExperiment).toHaveBeenCalledTimes(1);
  });

  test('follows the text, but not while it has errors, and stays at the end where it was there', async () => {
    begin(ASK);
    await settle();
    seek(Infinity);
    write(`${SHOP}\n# changed`);
    await settle();
    expect(experimentLife).toHaveBeenCalledTimes(2);
    expect(startExperiment).toHaveBeenCalledTimes(2);
    expect(isAtEnd()).toBe(true);
    write('nines: 1', false);
    await settle();
    expect(experimentLife).toHaveBeenCalledTimes(2);
    expect(failure.value).toMatch(/has errors/);
    write(`${SHOP}\n# changed`);
    await settle();
    expect([experimentLife.mock.calls.length, failure.value]).toEqual([2, '']);
  });

  test('says so where the model has nothing of the kind, or the desk fails', async () => {
    experimentLife.mockResolvedValueOnce(null);
    startExperiment.mockResolvedValueOnce(null);
    begin(ASK);
    await settle();
    expect(failure.value).toMatch(/nothing that could be broken/);
    experimentLife.mockRejectedValueOnce(new Error('out of memory'));
    seed.value = '5';
    await settle();
    expect(failure.value).toBe('This drill could not be run: out of memory');
    seed.value = '';
  });

  test('ends when asked, and when one life takes the topology', async () => {
    begin(ASK);
    await settle();
    end();
    expect([drilling.value, moment.value, shown.value, many.value]).toEqual([null, null, null, null]);
    begin(ASK);
    await settle();
    expect(run.value).toBe(0);
    tab.value = 'life';
    expect([drilling.value, moment.value]).toEqual([null, null]);
  });

  test('many runs are stopped also before their number is known, and not another drill’s', async () => {
    let answer: (number: number) => void = () => undefined;
    startExperiment.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    begin(ASK);
    await settle();
    stopMany();
    await settle();
    expect(stopExperiment).not.toHaveBeenCalled();
    answer(7);
    await settle();
    expect(stopExperiment.mock.calls).toEqual([[7]]);
    end();
    stopMany();
    await settle();
    expect(new Set(stopExperiment.mock.calls.flat())).toEqual(new Set([7]));
  });

  test('an answer to what nobody asks any more changes nothing', async () => {
    let answer: (found: unknown) => void = () => undefined;
    experimentLife.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    begin(ASK);
    await settle();
    end();
    answer(life({ text: SHOP, seed: '', ask: ASK, run: 0 }));
    await settle();
    expect([shown.value, moment.value]).toEqual([null, null]);
  });
});
