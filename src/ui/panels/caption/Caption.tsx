import { ChevronDown, ChevronUp } from 'lucide-react'
import { change, useGradual } from '../../../state/store.ts'
import { late } from '../../kit/late/late.tsx'
import './caption.css'

/** The words come after the graph. */
const Told = late('The caption', () => import('./Told.tsx'), { meanwhile: () => <div className="caption-told" /> })
const Unfolded = late('The caption’s formulas', () => import('./Unfolded.tsx'))

/** Under the graph: what happens and why, in a sentence for each mode shown; unfolded, from the rule to the number. */
export function Caption() {
  const isOpen = useGradual(({ tab }) => tab === 'step')
  const name = isOpen ? 'Fold the caption' : 'Unfold the caption'
  const Icon = isOpen ? ChevronDown : ChevronUp
  return (
    <section className="caption" aria-label="Caption" data-open={isOpen || undefined}>
      <Told />
      <button
        type="button"
        className="icon-button"
        aria-label={name}
        title={name}
        aria-expanded={isOpen}
        aria-controls="panel-step"
        onClick={() => change({ tab: isOpen ? 'graph' : 'step' })}
      >
        <Icon size="1.3em" aria-hidden />
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <div id="panel-step" role="tabpanel" aria-labelledby="tab-step" hidden={!isOpen} tabIndex={0}>
        {isOpen && <Unfolded />}
      </div>
    </section>
  )
}
