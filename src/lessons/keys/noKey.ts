/** Why nothing can be computed, in one sentence for whoever writes or opens the lesson. */
export class NoKey extends Error {}

/** Ends the computation of a key. */
export function noKey(says: string): never {
  throw new NoKey(says)
}
