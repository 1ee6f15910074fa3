import { MODES } from '../../../../autodiff/pass.ts'
import type { Mode } from '../../../../core.ts'
import { MODE_TITLES } from '../../../../notation/modes.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import type { CompressedPattern } from '../../../../state/compression.ts'
import { hidesCounts } from '../../../../state/hiding.ts'
import { playSeed } from '../../../../state/seeding.ts'
import type { Session } from '../../../../state/session.ts'
import { useGradual } from '../../../../state/store.ts'
import { Fold, unfold } from '../../../kit/fold/Fold.tsx'
import { HiddenPart } from '../../../kit/hidden/HiddenPart.tsx'
import { useDraft } from '../seeds/draft.ts'

interface Props {
  readonly session: Session
  readonly pattern: CompressedPattern
  /** The mode whose colours are shown. */
  readonly coloured: Mode
  readonly onColour: (mode: Mode) => void
}

const LINES = { forward: 'columns', reverse: 'rows' } as const
const ACROSS = { forward: 'row', reverse: 'column' } as const

/** Numbers of the compressed Jacobian that are listed. */
const MOST_NUMBERS = 160

/** In how few passes the whole Jacobian can be had, and the passes themselves. */
export function Compression({ session, pattern, coloured, onColour }: Props) {
  const isHidden = useGradual(hidesCounts)
  const saving = MODES.filter((mode) => pattern[mode].passes)
  // Colours could be counted.
  if (isHidden) return <HiddenPart what="Counts are" />
  return (
    <div className="picture-compression">
      {MODES.map((mode) => (
        <p key={mode} data-role={mode}>
          {sentence(pattern, mode)}
          {pattern[mode].passes && (
            <b data-agrees={pattern[mode].passes.isEqual}>
              {pattern[mode].passes.isEqual ? ' ✓ all entries recovered' : ' ✗ entries differ'}
            </b>
          )}
        </p>
      ))}
      {saving.length > 1 && (
        <fieldset className="picture-choice">
          <legend className="visually-hidden">Colours of</legend>
          {saving.map((mode) => (
            <label key={mode}>
              <input type="radio" name="picture-colours" checked={mode === coloured} onChange={() => onColour(mode)} />
              colours of {LINES[mode]}
            </label>
          ))}
        </fieldset>
      )}
      {saving.includes(coloured) && <CompressedTable {...{ session, pattern }} mode={coloured} />}
      {saving.length > 0 && (
        <p className="jacobian-legend">
          Lines of one colour never meet, so the sum of their unit seeds computes them all in one pass: Curtis, Powell
          and Reid (1974).
        </p>
      )}
    </div>
  )
}

function sentence(pattern: CompressedPattern, mode: Mode): string {
  const { colours, colourOf } = pattern[mode].colouring
  if (colourOf.length === 0) return `${MODE_TITLES[mode]}: no passes.`
  if (colours === colourOf.length)
    return colours === 1
      ? `${MODE_TITLES[mode]}: 1 pass.`
      : `${MODE_TITLES[mode]}: all ${colours} passes; no two ${LINES[mode]} were found that share no ${ACROSS[mode]}.`
  return `${MODE_TITLES[mode]}: ${colours === 1 ? '1 pass suffices' : `${colours} passes suffice`} where it takes ${colourOf.length}.`
}

interface TableProps {
  readonly session: Session
  readonly pattern: CompressedPattern
  readonly mode: Mode
}

/** The compressed Jacobian: a column (or row) for each colour, as its pass gives it. Its header plays that pass. */
function CompressedTable({ session, pattern, mode }: TableProps) {
  const { sparsity } = pattern
  const { colouring, passes } = pattern[mode]
  const [seeded, read] = mode === 'forward' ? [sparsity.columns, sparsity.rows] : [sparsity.rows, sparsity.columns]
  if (!passes || passes.numbers.length * read.length > MOST_NUMBERS) return null
  const members = (colour: number) => seeded.filter((_, i) => colouring.colourOf[i] === colour).map(({ name }) => name)
  return (
    <Fold
      name="compressed"
      className="picture-numbers"
      summary="The compressed Jacobian in numbers, and its passes to play"
    >
      <div className="jacobian-scroll">
        <table className="jacobian picture-compressed" aria-label="Compressed Jacobian">
          <thead>
            <tr>
              <td />
              {passes.numbers.map((_, colour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a colour is a number
                <th key={colour} scope="col" data-role={mode}>
                  <button
                    type="button"
                    title={`Play the pass of ${members(colour).join(' + ')}`}
                    onClick={() => playColour(session, mode, seeded, colouring.colourOf, colour)}
                  >
                    {colour + 1}: {members(colour).join(' + ')}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.map(({ name }, line) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {passes.numbers.map((numbers, colour) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a colour is a number
                  <td key={colour} data-by={mode} title={exact(numbers[line])}>
                    <data value={exact(numbers[line])}>{short(numbers[line])}</data>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Fold>
  )
}

/** A pass whose seed has a 1 at each line of a colour. */
function playColour(
  { graph }: Session,
  mode: Mode,
  seeded: CompressedPattern['sparsity']['rows'],
  colourOf: Int32Array,
  colour: number,
): void {
  const weights = new Map<string, number[]>()
  for (const [i, { of, node, entry }] of seeded.entries()) {
    const entries = weights.get(of) ?? new Array<number>(graph.offset[node + 1] - graph.offset[node]).fill(0)
    if (colourOf[i] === colour) entries[entry] = 1
    weights.set(of, entries)
  }
  unfold('seeds', true)
  useDraft.setState({ [mode]: weights })
  playSeed(mode, weights)
}
