import { createRequire } from 'node:module';
import type TypeScript from 'typescript';

/** As Node loads it: the test runner would first transform all of its nine megabytes. */
export const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;
