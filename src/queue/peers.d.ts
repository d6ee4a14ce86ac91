/*
 * What is used of two packages that only those have who work with a queue. Said here, so that the compiler needs
 * neither of them, nor does whoever takes the published types.
 */

declare module 'ioredis' {
  export interface Options {
    readonly maxRetriesPerRequest?: number | null;
    readonly connectTimeout?: number;
    readonly disconnectTimeout?: number;
    readonly lazyConnect?: boolean;
    readonly retryStrategy?: (times: number) => number | null;
  }
  export interface Transaction {
    hsetnx(key: string, field: string, value: Buffer): this;
    hincrby(key: string, field: string, by: number): this;
    expire(key: string, seconds: number): this;
    exec(): Promise<unknown>;
  }
  export class Redis {
    constructor(url: string, options?: Options);
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'close' | 'ready', listener: () => void): this;
    connect(): Promise<void>;
    disconnect(): void;
    time(): Promise<[seconds: string | number, microseconds: string | number]>;
    get(key: string): Promise<string | null>;
    set(key: string, value: string, ex: 'EX', seconds: number): Promise<unknown>;
    del(...keys: string[]): Promise<number>;
    hexists(key: string, field: string): Promise<number>;
    hset(key: string, field: string, value: string): Promise<number>;
    hdel(key: string, ...fields: string[]): Promise<number>;
    hgetall(key: string): Promise<Record<string, string>>;
    hmgetBuffer(key: string, ...fields: string[]): Promise<(Buffer | null)[]>;
    expire(key: string, seconds: number): Promise<number>;
    multi(): Transaction;
  }
  export default Redis;
}

declare module 'bullmq' {
  import type { Redis } from 'ioredis';

  export interface Job {
    readonly id?: string;
    readonly data: unknown;
    readonly attemptsStarted: number;
    readonly failedReason?: string;
    moveToDelayed(timestamp: number, token?: string): Promise<void>;
    remove(): Promise<void>;
  }
  export interface JobOptions {
    readonly jobId: string;
    readonly attempts: number;
    readonly backoff: { readonly type: 'fixed'; readonly delay: number };
    readonly removeOnComplete: boolean;
    readonly removeOnFail: boolean;
  }
  export class Queue {
    constructor(name: string, options: { connection: Redis; prefix: string });
    on(event: 'error', listener: (error: Error) => void): this;
    addBulk(jobs: readonly { name: string; data: unknown; opts: JobOptions }[]): Promise<unknown>;
    getFailed(start: number, end: number): Promise<Job[]>;
    remove(jobId: string): Promise<number>;
    close(): Promise<void>;
  }
  export interface WorkerOptions {
    readonly connection: Redis;
    readonly prefix: string;
    readonly concurrency: number;
    readonly lockDuration: number;
    readonly stalledInterval: number;
    readonly maxStalledCount: number;
    readonly drainDelay: number;
  }
  export class Worker {
    constructor(name: string, work: (job: Job, token?: string) => Promise<void>, options: WorkerOptions);
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): this;
    pause(doNotWaitActive?: boolean): Promise<void>;
    resume(): void;
    close(force?: boolean): Promise<void>;
    waitUntilReady(): Promise<unknown>;
  }
  export class DelayedError extends Error {}
  export class UnrecoverableError extends Error {}
}
