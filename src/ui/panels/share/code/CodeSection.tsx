import { useCallback, useState } from 'react'
import { CODE_LANGUAGES, type CodeLanguageName } from '../../../../exports/code/codeLanguage.ts'
import { codeAtHand } from '../../../../state/exporting/codeAtHand.ts'
import { CopyButton } from '../../../kit/clipboard/CopyButton.tsx'
import { saveFile } from '../../../kit/file/saveFile.ts'
import { useAwaited } from '../../../kit/late/useAwaited.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'
import { Scroller } from '../../../kit/scroller/Scroller.tsx'
import './code.css'

const CHOICES = CODE_LANGUAGES.map((name) => ({ name, title: name }))

const SAYS: Readonly<Record<CodeLanguageName, string>> = {
  PyTorch: 'PyTorch differentiates: one backward pass for each output.',
  JAX: 'JAX differentiates, in the mode at hand.',
  NumPy: 'NumPy with the adjoint pass written out, line by line.',
  TypeScript: 'TypeScript without libraries, the adjoint pass written out, line by line.',
}

/** The program as code that prints the same numbers. */
export default function CodeSection() {
  const [language, setLanguage] = useState<CodeLanguageName>('PyTorch')
  const [said, say] = useState('')
  const made = useAwaited(useCallback(async () => ({ language, made: await codeAtHand(language) }), [language]))
  const choose = (name: CodeLanguageName) => {
    setLanguage(name)
    say('')
  }
  const file = made?.language === language ? made.made : null
  return (
    <div className="code-section">
      <p>A file that runs by itself and prints the outputs and the Jacobian, with the numbers of this page.</p>
      <div className="share-choices">
        <Pills name="Language" choices={CHOICES} chosen={language} onChoose={choose} />
      </div>
      <p className="share-says">{SAYS[language]}</p>
      {file && 'says' in file && <p role="status">{file.says}</p>}
      {file && 'data' in file && (
        <>
          <Scroller className="code-text">
            <pre>
              <code>{file.data as string}</code>
            </pre>
          </Scroller>
          <p className="share-actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                saveFile(file.name, file.type, file.data)
                say(`✓ Saved as ${file.name}`)
              }}
            >
              Save
            </button>
            <CopyButton text={() => file.data as string} instead="save it" say={say} />
            <span role="status">{said}</span>
          </p>
        </>
      )}
    </div>
  )
}
