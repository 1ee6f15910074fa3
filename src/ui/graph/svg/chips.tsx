import type { Mode } from '../../../autodiff/pass.ts'
import { shorten } from '../../../language/words.ts'
import { displayAdjoint, displayTangent } from '../../../notation/names.ts'
import { seed } from '../../../state/seedPass.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { seededPasses, seedName, seedState } from '../pane/seeds.ts'

interface Props {
  readonly mode: Mode
  readonly session: Session
}

/** A button for each pass of the mode: what it seeds and how far it has come. */
export function SeedChips({ mode, session }: Props) {
  return (
    <div className="seed-chips">
      {Array.from({ length: seededPasses(session, mode) }, (_, index) => (
        <SeedChip key={seedName(session, mode, index)} mode={mode} session={session} index={index} />
      ))}
    </div>
  )
}

/** Where not all chips have room, the row scrolls to the seed at hand. */
const bringToFront = (chip: HTMLElement | null): void => {
  const row = chip?.parentElement
  if (row) row.scrollLeft = chip.offsetLeft - row.offsetLeft
}

/** Letters of a name that a chip has room for. */
const LONGEST_NAME = 30

function SeedChip({ mode, session, index }: Props & { readonly index: number }) {
  const position = useGradual((state) => state.position)
  const { name, stage, words } = seedState(session, position, mode, index)
  const shown = shorten(name, LONGEST_NAME)
  const symbol = mode === 'forward' ? displayTangent(shown) : displayAdjoint(shown)
  return (
    <button
      ref={stage === 'now' ? bringToFront : undefined}
      type="button"
      className="seed-chip"
      data-stage={stage}
      aria-label={`Seed ${mode === 'forward' ? 'input' : 'output'} ${name}, ${words}`}
      aria-current={stage === 'now' ? 'step' : undefined}
      data-symbol={`${stage === 'done' ? '✓ ' : ''}${symbol}`}
      data-words={stage === 'now' ? ` · ${words}` : ''}
      onClick={() => seed(mode, index)}
    />
  )
}
