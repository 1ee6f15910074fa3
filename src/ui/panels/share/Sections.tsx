import { useState } from 'react'
import { Pills } from '../../kit/pills/Pills.tsx'
import { SECTIONS } from './sections.ts'
import './share.css'

/** The ways to share, one at a time. */
export default function Sections() {
  const [chosen, setChosen] = useState(SECTIONS[0].name)
  const section = SECTIONS.find(({ name }) => name === chosen)
  return (
    <div className="sharing">
      <Pills name="Share as" choices={SECTIONS} chosen={chosen} onChoose={setChosen} />
      <div className="sharing-section">{section && <section.Section key={chosen} />}</div>
    </div>
  )
}
