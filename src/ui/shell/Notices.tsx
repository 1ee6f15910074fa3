import { X } from 'lucide-react'
import { useMissing } from '../../state/missing.ts'
import { change, now, useGradual } from '../../state/store.ts'
import { SaidMissing } from '../late/MissingPart.tsx'

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
  const dismiss = (index: number) => change({ notices: now().notices.filter((_, at) => at !== index) })
  return (
    <ul className="notices" aria-label="Notices" aria-live="polite">
      <MissingParts />
      {notices.map((notice, index) => (
        <li key={notice}>
          {notice}
          <button
            type="button"
            className="icon-button"
            aria-label={`Dismiss: ${notice}`}
            onClick={() => dismiss(index)}
          >
            <X size="1.15em" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
