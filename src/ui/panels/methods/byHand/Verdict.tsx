import { count } from '../../../../language/words.ts'
import type { Hand } from '../../../../methods/hand.ts'
import type { InputPoint } from '../../../../methods/typed.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { hidesResults } from '../../../../state/hiding.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { goTo } from '../../../kit/program/caret.ts'

/** Inputs of a point that are written. */
const MOST_INPUTS = 6

/** Whether the typed derivative is right, and if not, where it fails and why. */
export function Verdict({ hand: { check, mistakeId } }: { readonly hand: Hand }) {
  const isHidden = useGradual(hidesResults)
  if (check.kind === 'undecided') return <p>{check.says}</p>
  if (check.kind === 'unreadable') return <p className="methods-wrong">✗ This cannot be read yet.</p>
  if (check.kind === 'right')
    return (
      <p className="methods-right">
        <b>✓ Right</b> {rightAt(check.points, check.isHere)}
      </p>
    )
  const { at, isHere, typed, right, mistake } = check
  return (
    <>
      <p>
        <b className="methods-wrong">✗ Wrong</b> {isHere ? 'at this point' : 'at another point'}, {pointText(at)}: it
        gives <data value={exact(typed)}>{short(typed)}</data>
        {!isHidden && (
          <>
            , right is <data value={exact(right)}>{short(right)}</data>
          </>
        )}
        .
      </p>
      {mistake && (
        <div className="methods-slip">
          <p>{mistake.says}</p>
          {mistakeId !== null && <MistakePlace id={mistakeId} span={mistake.span} />}
        </div>
      )}
    </>
  )
}

function rightAt(points: number, isHere: boolean): string {
  const others = isHere ? points - 1 : points
  const random = count(others, 'random point')
  if (!isHere) return `at ${random}; at the point itself one of the two derivatives is not defined.`
  return others > 0 ? `at this point and at ${random}.` : 'at this point.'
}

function pointText(at: InputPoint): string {
  const names = Object.keys(at)
  const said = names.slice(0, MOST_INPUTS).map((name) => `${displayName(name)} = ${short(at[name])}`)
  return said.join(', ') + (names.length > MOST_INPUTS ? ' …' : '')
}

interface PlaceProps {
  readonly id: number
  readonly span: { readonly from: number; readonly to: number } | null
}

/** Lights the node of the slip in graph and program. */
function MistakePlace({ id, span }: PlaceProps) {
  const isLit = useGradual((state) => state.highlight === id)
  const light = () => change({ highlight: id })
  const unlight = () => change({ highlight: null })
  const go = () => {
    if (span) goTo(span)
    light()
  }
  return (
    <button
      type="button"
      className="button"
      data-lit={isLit || undefined}
      onPointerEnter={light}
      onPointerLeave={unlight}
      onFocus={light}
      onBlur={unlight}
      onClick={go}
    >
      Show the place
    </button>
  )
}
