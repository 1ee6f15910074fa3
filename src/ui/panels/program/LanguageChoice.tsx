import { useMemo } from 'react'
import { languageOf } from '../../../compile/languageOf.ts'
import type { ProgramLanguage } from '../../../core.ts'
import { lookAt } from '../../../state/document.ts'
import { useGradual } from '../../../state/store.ts'
import './language.css'

const NAMES: Readonly<Record<ProgramLanguage, string>> = { python: 'Python', gradual: 'Gradual' }
const LANGUAGES = Object.keys(NAMES) as ProgramLanguage[]

/** Says what the program is read as: what it looks like, or what the reader has chosen. */
export default function LanguageChoice() {
  const source = useGradual((state) => state.source)
  const reading = useGradual((state) => state.reading)
  const isLocked = useGradual((state) => state.locked.has('program'))
  const recognised = useMemo(() => languageOf(source), [source])
  return (
    <select
      className="program-language"
      aria-label="Language"
      disabled={isLocked}
      data-language={reading ?? recognised}
      title={reading ? `It looks like ${NAMES[recognised]}` : `Read as ${NAMES[recognised]}, which it looks like`}
      value={reading ?? ''}
      onChange={({ target }) => lookAt({ reading: LANGUAGES.find((each) => each === target.value) ?? null })}
    >
      <option value="">{NAMES[recognised]}</option>
      {LANGUAGES.map((each) => (
        <option key={each} value={each}>
          Read as {NAMES[each]}
        </option>
      ))}
    </select>
  )
}
