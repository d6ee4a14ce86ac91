/** The part of seedrandom 3's Alea that is used; @types/seedrandom does not type this path. */
declare module 'seedrandom/lib/alea.js' {
  interface AleaState {
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
    readonly c: number;
  }
  interface Alea {
    (): number;
    state(): AleaState;
  }
  export default function alea(seed: string, options: { readonly state: true }): Alea;
}
