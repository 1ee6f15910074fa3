import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Mode } from '../../../autodiff/pass.ts'
import { grouped } from '../../../language/words.ts'
import { PASS_NAMES } from '../../../notation/modes.ts'
import { useShownCount } from '../../kit/hidden/Count.tsx'
import type { Pages } from './usePages.ts'

const PASSES: Readonly<Record<Mode, string>> = { forward: 'tangents', reverse: 'adjoints' }

/** Turns to other passes, where a mode has more of them than there is room for. */
export function PassPages({ standing: { list }, from, to, count, turn }: Pages) {
  const passes = PASSES[list.mode]
  const those = from + 1 < to ? `${from}–${to - 1}` : from
  return (
    <fieldset className="trace-pages" data-role={PASS_NAMES[list.mode]}>
      <legend className="visually-hidden">Which {passes} are shown</legend>
      <button
        type="button"
        className="icon-button"
        aria-label={`Earlier ${passes}`}
        disabled={from === 1}
        onClick={() => turn(-1)}
      >
        <ChevronLeft size="1.2em" aria-hidden />
      </button>
      <span>
        {passes} {those} of {grouped(useShownCount()(count))}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={`Later ${passes}`}
        disabled={to === count + 1}
        onClick={() => turn(1)}
      >
        <ChevronRight size="1.2em" aria-hidden />
      </button>
    </fieldset>
  )
}
