import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWaiting } from '../../src/cli/waiting.ts';

const STATUS = { workers: 4, threads: 12, done: 0, batches: 400, isOpen: false, failed: 0, retried: 0, isConnected: true };

let written = '';
const wasTerminal = process.stderr.isTTY;
beforeEach(() => {
  written = '';
  process.stderr.isTTY = true;
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => [(written += String(text))].length > 0);
});
afterEach(() => {
  process.stderr.isTTY = wasTerminal;
  vi.useRealTimers();
});

/** The line that stands there last. */
const last = () => written.split('\r').at(-1)!;

describe('whoever waits for others', () => {
  it('sees how many work, what is done, what failed or was begun anew, how fast, and how long it will take', () => {
    const waiting = createWaiting(false);
    waiting.show(STATUS);
    vi.advanceTimersByTime(10_000);
    waiting.show({ ...STATUS, done: 100 });
    for (const words of [' 25%', '4 workers, 12 threads', '100/400', '30 s left', '10/s']) expect(last()).toContain(words);
    waiting.show({ ...STATUS, workers: 1, threads: 1, done: 200, failed: 1, retried: 2 });
    for (const words of [' 50%', '1 worker ', '1 failed', '2 retried']) expect(last()).toContain(words);
    waiting.show({ ...STATUS, isConnected: false });
    expect(last()).toContain('no connection');
  });

  it('is told once, after a while, that nobody works, and of nothing where all is to be quiet', () => {
    const waiting = createWaiting(false);
    waiting.show({ ...STATUS, workers: 0, threads: 0 });
    expect(written).not.toContain('no worker');
    vi.advanceTimersByTime(4000);
    for (let i = 0; i < 3; i++) waiting.show({ ...STATUS, workers: 0, threads: 0 });
    expect(written.split('no worker is there').length).toBe(2);
    written = '';
    const quiet = createWaiting(true);
    vi.advanceTimersByTime(4000);
    quiet.show({ ...STATUS, workers: 0 });
    quiet.tell('anything');
    expect(written).toBe('');
  });
});
