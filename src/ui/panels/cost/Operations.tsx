import type { Mode } from '../../../autodiff/pass.ts'
import { MODES } from '../../../autodiff/pass.ts'
import { type Counts, total } from '../../../costs/counts.ts'
import type { ModeCounts } from '../../../costs/modeCounts.ts'
import { count, grouped } from '../../../language/words.ts'
import { MODE_SIGNS, MODE_TITLES, PASS_NAMES } from '../../../notation/modes.ts'
import type { Costs } from '../../../state/costs.ts'
import { change, useGradual } from '../../../state/store.ts'
import { compact, estimate } from '../../kit/costs/words.ts'
import { Scroller } from '../../kit/scroller/Scroller.tsx'

const KINDS = [
  { kind: 'additions', sign: '+' },
  { kind: 'multiplications', sign: '×' },
  { kind: 'divisions', sign: '÷' },
  { kind: 'calls', sign: 'ƒ' },
] as const

const COLUMN = {
  additions: 'additions',
  multiplications: 'multiplications',
  divisions: 'divisions',
  calls: 'function evaluations',
}

/** What is executed, by kind: what both modes share, then the passes of each, then each mode as a whole. */
export function Operations({ costs: { even } }: { readonly costs: Costs }) {
  const keepsPartials = useGradual(({ costPartials }) => costPartials === 'kept')
  const { values, partials } = even.forward
  return (
    <>
      <Scroller className="cost-scroll">
        <table className="cost-table" aria-label="Operations">
          <thead>
            <tr>
              <td />
              {KINDS.map(({ kind, sign }) => (
                <th key={kind} scope="col" title={COLUMN[kind]}>
                  <span aria-hidden>{sign}</span>
                  <span className="visually-hidden">{COLUMN[kind]}</span>
                </th>
              ))}
              <th scope="col">all</th>
            </tr>
          </thead>
          <tbody>
            <Row name="Primal pass" counts={values} />
            {keepsPartials && <Row name="Partials" counts={partials} />}
          </tbody>
          <tbody>
            {MODES.map((mode) => (
              <Row key={mode} name={passesOf(even[mode])} counts={even[mode].sweeps} mode={mode} />
            ))}
          </tbody>
          <tbody className="cost-totals">
            {MODES.map((mode) => (
              <Row key={mode} name={MODE_TITLES[mode]} counts={even[mode].all} mode={mode} />
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className="cost-quiet">{savedText(even.forward, even.reverse)}</p>
      <label className="cost-choice">
        <input
          type="checkbox"
          checked={!keepsPartials}
          onChange={({ target }) => change({ costPartials: target.checked ? 'each pass' : 'kept' })}
        />
        Evaluate partials in each pass
      </label>
    </>
  )
}

const SWEEPS = { forward: 'Tangent', reverse: 'Adjoint' } as const

const passesOf = ({ mode, passes }: ModeCounts) => `${MODE_SIGNS[mode]} ${SWEEPS[mode]} ×${grouped(passes)}`

function Row({ name, counts, mode }: { readonly name: string; readonly counts: Counts; readonly mode?: Mode }) {
  return (
    <tr data-role={mode}>
      <th scope="row">{name}</th>
      {KINDS.map(({ kind }) => (
        <Cell key={kind} count={counts[kind]} />
      ))}
      <Cell count={total(counts)} />
    </tr>
  )
}

const Cell = ({ count }: { readonly count: number }) => (
  <td data-zero={count === 0 || undefined}>
    <data value={count} title={estimate(count)}>
      {compact(count)}
    </data>
  </td>
)

function savedText(forward: ModeCounts, reverse: ModeCounts): string {
  const saved = `Saved, since absent: ${count(Math.round(forward.sweeps.saved), 'term')} of the tangent passes, ${estimate(reverse.sweeps.saved)} of the adjoint passes.`
  const estimated = [forward, reverse].filter(({ isExact }) => !isExact)
  if (estimated.length === 0) return saved
  return `${saved} The ${estimated.map(({ mode }) => PASS_NAMES[mode]).join(' and ')} passes are too many to count each: a part of them was counted.`
}
