import { useState } from 'react'
import { edit } from '../../../../state/document.ts'
import { isProgramLocked } from '../../../../state/locked.ts'
import { useGradual } from '../../../../state/store.ts'

/** Two values that need each other. */
const CYCLE = 'cycle_a = cycle_b + 1\ncycle_b = 2*cycle_a'

/** Writes a cycle into the program, so that the problem names its members, and takes it out again. */
export function DirectedCycle() {
  const source = useGradual((state) => state.source)
  const [before, keep] = useState<string | null>(null)
  const isTried = before !== null && source === withCycle(before)
  const said = useGradual(
    ({ compilation }) => compilation.diagnostics.find(({ severity }) => severity === 'error')?.message,
  )
  const tryIt = () => {
    if (isProgramLocked()) return
    keep(source)
    edit(withCycle(source))
  }
  return (
    <section className="chain-try">
      <h3>A directed cycle is refused</h3>
      {isTried ? (
        <>
          <p role="status">The problem says: {said}</p>
          <div className="chain-buttons">
            <button type="button" className="button" onClick={() => edit(before)}>
              Take the cycle out again
            </button>
          </div>
        </>
      ) : (
        <>
          <p>A value that needs itself can be computed in no order. Two lines are enough to see it:</p>
          <div className="chain-buttons">
            <button type="button" className="button" onClick={tryIt}>
              Write a cycle into the program
            </button>
          </div>
        </>
      )}
    </section>
  )
}

const withCycle = (source: string): string => `${source.trimEnd()}\n${CYCLE}`
