import { HIDE_KINDS, HIDE_TITLES } from '../../../../state/choices/hiding.ts'
import { LOCKS, type Lock, PAGE_PARTS, type PagePart } from '../../../../state/choices/recipient.ts'
import type { ForRecipient } from './recipient.ts'

const LOCK_TITLES: Readonly<Record<Lock, string>> = { program: 'The program', inputs: 'The inputs’ values' }

const PART_TITLES: Readonly<Record<PagePart, string>> = {
  header: 'Header',
  program: 'Program',
  inputs: 'Inputs',
  counts: 'Counts',
  caption: 'Caption',
  ledger: 'Trace and Jacobian',
  transport: 'Playback',
}

interface Props {
  readonly chosen: ForRecipient
  readonly onChoose: (chosen: ForRecipient) => void
}

/** What whoever opens the link sees, and may change. */
export function Recipient({ chosen, onChoose }: Props) {
  const parts = chosen.parts ?? new Set(PAGE_PARTS)
  return (
    <section className="share-recipient" aria-labelledby="share-recipient">
      <h3 id="share-recipient">What whoever opens it sees</h3>
      <Boxes
        legend="Hidden until they ask"
        kinds={HIDE_KINDS}
        titles={HIDE_TITLES}
        chosen={chosen.hide}
        onChoose={(hide) => onChoose({ ...chosen, hide })}
      />
      <Boxes
        legend="Locked"
        kinds={LOCKS}
        titles={LOCK_TITLES}
        chosen={chosen.locked}
        onChoose={(locked) => onChoose({ ...chosen, locked })}
      />
      <Boxes
        legend="Beside the graph"
        kinds={PAGE_PARTS}
        titles={PART_TITLES}
        chosen={parts}
        onChoose={(some) => onChoose({ ...chosen, parts: some.size < PAGE_PARTS.length ? some : null })}
      />
      {chosen.locked.size > 0 && <p>Nobody changes it by accident; who wants to can unlock a copy.</p>}
    </section>
  )
}

interface BoxesProps<K extends string> {
  readonly legend: string
  readonly kinds: readonly K[]
  readonly titles: Readonly<Record<K, string>>
  readonly chosen: ReadonlySet<K>
  readonly onChoose: (chosen: ReadonlySet<K>) => void
}

const Boxes = <K extends string>({ legend, kinds, titles, chosen, onChoose }: BoxesProps<K>) => (
  <fieldset>
    <legend>{legend}</legend>
    {kinds.map((kind) => (
      <label key={kind}>
        <input
          type="checkbox"
          checked={chosen.has(kind)}
          onChange={({ target }) =>
            onChoose(new Set(kinds.filter((each) => (each === kind ? target.checked : chosen.has(each)))))
          }
        />
        {titles[kind]}
      </label>
    ))}
  </fieldset>
)
