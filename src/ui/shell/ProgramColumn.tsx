import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { change, useGradual } from '../../state/store.ts'
import { focusGraph } from '../graph/index.ts'
import { late } from '../kit/late/late.tsx'
import { Region } from '../kit/late/Region.tsx'
import { useNarrow } from '../kit/theme/useNarrow.ts'
import { Inputs } from '../panels/inputs/Inputs.tsx'
import { ProgramEditor } from '../panels/program/ProgramEditor.tsx'

const LanguageChoice = late('The choice of language', () => import('../panels/program/LanguageChoice.tsx'), {
  apart: true,
})
const Locked = late('What a link locks', () => import('../panels/program/Locked.tsx'))
/** The opening has none. */
const Problems = late('The list of problems', () => import('../panels/program/Problems.tsx'))

function Fold({ folded }: { readonly folded: boolean }) {
  const name = folded ? 'Unfold the program' : 'Fold the program'
  const Icon = folded ? PanelLeftOpen : PanelLeftClose
  return (
    <button
      type="button"
      className="icon-button program-fold"
      aria-label={name}
      title={name}
      aria-expanded={!folded}
      aria-controls="panel-program"
      onClick={() => change({ folded: !folded })}
    >
      <Icon size="1.2em" aria-hidden />
    </button>
  )
}

/** The program, its problems and its inputs: a column that folds to a strip, or a page of its own. It stays mounted, so that nothing is lost. */
export function ProgramColumn() {
  const narrow = useNarrow()
  const folded = useGradual((state) => state.folded) && !narrow
  const isLocked = useGradual((state) => state.locked.size > 0)
  const isPage = useGradual(({ tab }) => tab === 'program')
  return (
    <div className="app-left" data-folded={folded || undefined} hidden={narrow && !isPage}>
      {!narrow && <Fold folded={folded} />}
      <div
        id="panel-program"
        className="program-column"
        hidden={folded}
        {...(narrow ? { role: 'tabpanel', 'aria-labelledby': 'tab-program', tabIndex: 0 } : {})}
      >
        <div className="program-head">
          <h2>Program</h2>
          <LanguageChoice />
        </div>
        <div className="program-box">
          <ProgramEditor onToGraph={focusGraph} />
          <Problems />
        </div>
        {isLocked && <Locked />}
        <h2>Inputs</h2>
        <Region name="The list of inputs">
          <Inputs />
        </Region>
      </div>
    </div>
  )
}
