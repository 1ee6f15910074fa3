import { useMemo } from 'react'
import { noun } from '../../../../language/words.ts'
import { type Scheme, scaleOf } from '../../../../methods/differences.ts'
import {
  type Differenced,
  type ErrorsAt,
  errorsOf,
  inputCount,
  SCHEMES,
  sliceOf,
  sourcesAt,
} from '../../../../methods/measured.ts'
import { derivativeByMode, type Question } from '../../../../methods/question.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { spokenNumber } from '../../../../notation/spokenNumbers.ts'
import { LEAST_EXPONENT } from '../../../../state/choices/methods.ts'
import { change } from '../../../../state/store.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { Count } from '../../../kit/hidden/Count.tsx'
import { useSoon } from '../useSoon.ts'
import { errorText, roughly } from '../words.ts'
import { ErrorCurve } from './ErrorCurve.tsx'

interface Props {
  readonly question: Question
  readonly steps: Readonly<Record<Scheme, Differenced>>
  /** Of ten, in the step size. */
  readonly exponent: number
}

/** Differences at a step size, and how their error depends on it. */
export function Numerical({ question, steps, exponent }: Props) {
  const errors = { forward: useErrors(question, 'forward'), central: useErrors(question, 'central') }
  const { h } = steps.forward
  const d = inputCount(question)
  return (
    <>
      <Explanation source="Baydin et al. 2018, section 2.2">
        The slope of a chord instead of the tangent’s. A wide step h misses the bend: truncation. A narrow one subtracts
        two numbers that are almost equal: rounding.
      </Explanation>
      <label className="methods-slider">
        <span>
          h = <data value={exact(h)}>{short(h)}</data>
        </span>
        <input
          type="range"
          aria-label="Step size h"
          aria-valuetext={spokenNumber(h)}
          min={LEAST_EXPONENT}
          max={0}
          step={0.25}
          value={exponent}
          onChange={({ target }) => change({ numericalExponent: target.valueAsNumber })}
        />
      </label>
      {errors.forward && errors.central ? (
        <Measured question={question} steps={steps} errors={{ forward: errors.forward, central: errors.central }} />
      ) : (
        errors.forward === null && (
          <p>The program is too large to be evaluated for a whole curve of step sizes; the table has the step above.</p>
        )
      )}
      <p>
        The gradient of {displayName(question.to.name)} by all {d} {noun(d, 'input')} takes d + 1 ={' '}
        <Count of={steps.forward.evaluations} /> evaluations by forward differences, 2d ={' '}
        <Count of={steps.central.evaluations} /> by central ones.
      </p>
    </>
  )
}

/** The measured errors of one scheme; undefined while they are measured, null where that would take too long. */
function useErrors(question: Question, scheme: Scheme): ErrorsAt | null | undefined {
  const key = `errors ${scheme} ${question.from.name} ${question.to.name}`
  const found = useSoon(question.primal, key, () => ({
    errors: errorsOf(question, derivativeByMode(question).reverse, scheme),
  }))
  return found?.errors
}

interface MeasuredProps extends Pick<Props, 'question' | 'steps'> {
  readonly errors: Readonly<Record<Scheme, ErrorsAt>>
}

function Measured({ question, steps, errors }: MeasuredProps) {
  const slice = useMemo(() => sliceOf(question), [question])
  return (
    <>
      <ErrorCurve steps={steps} errors={errors} scale={scaleOf(slice.x)} />
      <table className="methods-table" aria-label="Step sizes">
        <thead>
          <tr>
            <td />
            <th scope="col">error at h</th>
            <th scope="col">best h</th>
            <th scope="col">in theory</th>
          </tr>
        </thead>
        <tbody>
          {SCHEMES.map((scheme) => (
            <tr key={scheme}>
              <th scope="row">{scheme === 'forward' ? 'Forward, √ε' : 'Central, ∛ε'}</th>
              <td>
                <data value={exact(steps[scheme].error)}>{errorText(steps[scheme].error)}</data>
              </td>
              <td>
                <data value={exact(errors[scheme].best.h)}>{roughly(errors[scheme].best.h)}</data>
              </td>
              <td>
                <data value={exact(errors[scheme].theoretical)}>{roughly(errors[scheme].theoretical)}</data>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {SCHEMES.map((scheme) => (
        <p key={scheme}>
          <b>{scheme === 'forward' ? 'Forward' : 'Central'}:</b>{' '}
          {sourcesAt(slice, steps[scheme].h, scheme, errors[scheme]).says}
        </p>
      ))}
    </>
  )
}
