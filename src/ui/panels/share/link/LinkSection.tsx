import { useCallback, useEffect, useState } from 'react'
import { grouped } from '../../../../language/words.ts'
import { type LinkForm, usualForm } from '../../../../state/link.ts'
import { links } from '../../../../state/links.ts'
import { now } from '../../../../state/store.ts'
import { toClipboard } from '../../../kit/clipboard/toClipboard.ts'
import { takeFocus } from '../../../kit/dialog/takeFocus.ts'
import { MissingPart } from '../../../kit/late/MissingPart.tsx'
import { useAwaited } from '../../../kit/late/useAwaited.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'
import { LinkCode, MOST_IN_CODE } from './LinkCode.tsx'
import { Recipient } from './Recipient.tsx'
import { asHere, type ForRecipient, fieldsFor } from './recipient.ts'
import { saveMoment, saveProgram } from './saveMoment.ts'
import './link.css'

const FORMS: readonly { readonly name: LinkForm; readonly title: string }[] = [
  { name: 'readable', title: 'Readable' },
  { name: 'short', title: 'Short' },
]

/** Letters of a link that mail programs carry whole. */
const MOST_IN_MAIL = 2_000

/** The link to the exact moment, its code, and the same as a file. */
export default function LinkSection() {
  const [form, setForm] = useState(() => usualForm(now().source))
  const [chosen, choose] = useState(() => asHere(now()))
  const made = useLink(form, chosen)
  if (made === null) return <MissingPart part={links} />
  return (
    <div className="share-link">
      <div>
        <p>It opens this program, these modes, this very step, and the graph as you see it.</p>
        <LinkField link={made.link} />
        <Pills name="Form of the link" choices={FORMS} chosen={form} onChoose={setForm} />
        <TooLong {...made} form={form} />
        <p className="share-file">
          <button type="button" className="button" onClick={() => void saveMoment(chosen)}>
            Save as a file
          </button>
          <button type="button" className="button" onClick={saveProgram}>
            Save the program as text
          </button>
          <small>Dropped on the page, each opens again.</small>
        </p>
      </div>
      <LinkCode link={made.link} />
      <Recipient chosen={chosen} onChoose={choose} />
    </div>
  )
}

interface Made {
  readonly link: string
  /** Fields that it is without, since they are too long. */
  readonly missing: readonly string[]
}

const useLink = (form: LinkForm, chosen: ForRecipient): Made | null =>
  useAwaited(
    useCallback(async () => {
      const { linkBut, missingInLink } = await links.get()
      const fragment = await linkBut(fieldsFor(chosen), form)
      return { link: new URL(fragment, location.href).href, missing: missingInLink() }
    }, [form, chosen]),
  )

/** Copies the first link at once: that is what one comes for. */
function LinkField({ link }: { readonly link: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const copyIt = async (text: string) => setCopied((await toClipboard(text)) ? text : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: those that are made after it wait to be asked for
  useEffect(() => void copyIt(link), [])
  return (
    <>
      <div className="share-link-field">
        <label htmlFor="share-link">Link</label>
        <input id="share-link" ref={takeFocus} readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={() => void copyIt(link)}>
          Copy
        </button>
      </div>
      <p role="status" className="share-copied">
        {grouped(link.length)} letters. {copied === link ? '✓ Copied' : 'Select the link and copy it.'}
      </p>
    </>
  )
}

/** Weights that the text has no literals for are the longest that a link may have to say. */
const named = (field: string) => (field === 'values' ? 'the numbers of the inputs' : `“${field}”`)

/** Where the link does not carry all, or is not carried: a file is, and does. */
function TooLong({ link, missing, form }: Made & { readonly form: LinkForm }) {
  const isLong = link.length > MOST_IN_MAIL
  if (!isLong && missing.length === 0) return null
  return (
    <div className="share-long" role="status">
      {isLong && (
        <p>
          Mail programs may cut a link of more than {grouped(MOST_IN_MAIL)} letters
          {link.length > MOST_IN_CODE && ', and no code holds this one'}.{' '}
          {form === 'readable' ? 'Try the short form, or give a file instead.' : 'Give a file instead.'}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          Too long for a link, and left out: {missing.map(named).join(', ')}. Whoever opens it sees the rest.
          {missing.includes('values') && ' A file has them all.'}
        </p>
      )}
    </div>
  )
}
