import { useState } from 'react'
import { openFile } from '../../../state/files/openFile.ts'
import './openFile.css'

interface Props {
  readonly label: string
  readonly onOpened: () => void
}

/** Opens any file that the page can open. */
export function OpenFile({ label, onOpened }: Props) {
  const [problems, setProblems] = useState<readonly string[]>([])
  const choose = async (file: File | undefined) => {
    if (!file) return
    const refused = await openFile(file)
    setProblems(refused ?? [])
    if (!refused) onOpened()
  }
  return (
    <div className="open-file">
      <label className="button">
        {label}
        <input
          type="file"
          className="visually-hidden"
          onChange={({ target }) => {
            void choose(target.files?.[0])
            // The same file may be chosen again, once it is mended.
            target.value = ''
          }}
        />
      </label>
      <small>A program, a lesson, or what Share has saved; or drop it on the page.</small>
      <ul role="alert">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}
