import { X } from 'lucide-react'
import { useMissing } from '../../state/missing.ts'
import { change, now, useGradual } from '../../state/store.ts'
import { saveFile } from '../kit/file/saveFile.ts'
import { SaidMissing } from '../kit/late/MissingPart.tsx'

/** What is missing and has no place of its own. */
function MissingParts() {
  const missing = useMissing((state) => state.missing)
  const all = [...missing.values()].filter(({ inPlace }) => !inPlace)
  return (
    all.length > 0 && (
      <li>
        <SaidMissing all={all} />
      </li>
    )
  )
}

/** What the page has to say once, such as a link's field that it had to ignore. */
export function Notices() {
  const notices = useGradual((state) => state.notices)
  const dismiss = (id: number) => change({ notices: now().notices.filter((notice) => notice.id !== id) })
  return (
    <ul className="notices" aria-label="Notices" aria-live="polite">
      <MissingParts />
      {notices.map(({ id, says, program, offer }) => (
        <li key={id}>
          {says}
          {program !== undefined && (
            <button type="button" className="button" onClick={() => saveFile('program.txt', 'text/plain', program)}>
              Save as a file
            </button>
          )}
          {offer && (
            <button type="button" className="button" onClick={offer.take}>
              {offer.label}
            </button>
          )}
          <button type="button" className="icon-button" aria-label={`Dismiss: ${says}`} onClick={() => dismiss(id)}>
            <X size="1.15em" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
