import type { Mode } from '../../../../core.ts'
import type { Weights } from '../../../../state/seedText.ts'
import { NumberField } from '../../../kit/number/NumberField.tsx'
import type { JacobianLine, LineGroup } from '../jacobian/lines.ts'
import { giveEntries } from './draft.ts'
import { PRESETS, type Preset, presetOf } from './presets.ts'

interface Props {
  readonly mode: Mode
  readonly weights: Weights
  readonly group: LineGroup
  readonly line: JacobianLine
}

const LETTER = { forward: 'v', reverse: 'w' } as const

/** What the seed has for a column (v) or a row (w): a number to edit, or for a large array a choice. */
export function SeedCell({ mode, weights, group, line }: Props) {
  const entries = weights.get(group.name) ?? []
  const label = `${LETTER[mode]}, ${line.entry === null ? group.name : line.name}`
  const give = (changed: readonly number[]) => giveEntries(mode, weights, group.name, changed)
  if (line.entry === null) return <PresetChoice label={label} entries={entries} onChoose={give} />
  return <SeedField label={label} entries={entries} entry={line.entry} onChange={give} />
}

interface FieldProps {
  readonly label: string
  readonly entries: readonly number[]
  readonly entry: number
  readonly onChange: (entries: readonly number[]) => void
}

export const SeedField = ({ label, entries, entry, onChange }: FieldProps) => (
  <NumberField
    name={label}
    value={entries[entry]}
    onValue={(value) => onChange(entries.with(entry, value))}
    onArrow={() => {}}
  />
)

interface ChoiceProps {
  readonly label: string
  readonly entries: readonly number[]
  readonly onChoose: (entries: readonly number[]) => void
}

export function PresetChoice({ label, entries, onChoose }: ChoiceProps) {
  const preset = presetOf(entries)
  return (
    <select
      aria-label={label}
      value={preset ?? ''}
      onChange={({ target }) => onChoose(PRESETS[target.value as Preset](entries.length))}
    >
      {preset === null && <option value="">as given</option>}
      {Object.keys(PRESETS).map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  )
}
