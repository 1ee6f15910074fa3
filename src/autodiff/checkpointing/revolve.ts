/**
 * The optimal reversal of a chain of steps with a given number of checkpoints: A. Griewank and A. Walther, "Algorithm 799:
 * Revolve", ACM Transactions on Mathematical Software 26 (2000), 19–45. A checkpoint is a state from which steps are run
 * again; the state at the start is one of them.
 */
export type Action =
  /** Runs the steps from one state to another, keeping nothing on the way. */
  | { readonly kind: 'advance'; readonly from: number; readonly to: number }
  | { readonly kind: 'store'; readonly at: number }
  | { readonly kind: 'restore'; readonly at: number }
  | { readonly kind: 'free'; readonly at: number }
  /** Runs one step from the state before it, keeping what its partials need, and takes its adjoints. */
  | { readonly kind: 'reverse'; readonly step: number }

/** β(s, t) = (s + t choose s): how many steps s checkpoints reverse where no step is run more than t times; 0 for t < 0. */
export function reversible(s: number, t: number): number {
  if (t < 0 || s < 0) return 0
  let product = 1
  for (let i = 1; i <= Math.min(s, t); i++) product = (product * (Math.max(s, t) + i)) / i
  return Math.round(product)
}

/** How often a step is run again at most: the r with β(c, r − 1) < l ≤ β(c, r). */
function repetitions(length: number, checkpoints: number): number {
  let r = 0
  while (reversible(checkpoints, r) < length) r++
  return r
}

/** The least number of steps that have to be run again: t(l, c) = r·l − β(c + 1, r − 1). */
export function recomputations(length: number, checkpoints: number): number {
  const r = repetitions(length, checkpoints)
  return r * length - reversible(checkpoints + 1, r - 1)
}

/** Where the next checkpoint goes, so that both parts stay within what their checkpoints reverse in r and r − 1 repetitions. */
function split(length: number, checkpoints: number): number {
  const r = repetitions(length, checkpoints)
  return Math.min(reversible(checkpoints, r - 1), length - reversible(checkpoints - 1, r - 1))
}

/** The schedule for so many steps, which begins and ends with the state at the start stored. */
export function schedule(length: number, checkpoints: number): Action[] {
  const actions: Action[] = []
  reverse(0, length, Math.min(checkpoints, length), actions)
  return actions
}

function reverse(from: number, to: number, checkpoints: number, actions: Action[]): void {
  if (checkpoints === 1 || to - from === 1) {
    for (let step = to - 1; step >= from; step--) {
      actions.push({ kind: 'restore', at: from })
      if (step > from) actions.push({ kind: 'advance', from, to: step })
      actions.push({ kind: 'reverse', step })
    }
    return
  }
  const middle = from + split(to - from, checkpoints)
  actions.push({ kind: 'restore', at: from }, { kind: 'advance', from, to: middle }, { kind: 'store', at: middle })
  reverse(middle, to, checkpoints - 1, actions)
  actions.push({ kind: 'free', at: middle })
  reverse(from, middle, checkpoints, actions)
}
