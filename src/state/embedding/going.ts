import { language } from '../language.ts'
import { readLink } from '../link.ts'
import { links } from '../links.ts'
import { show } from '../playback.ts'
import { change, now } from '../store.ts'

/** What is said of the place within the step, and of that in the passes besides, is of the place before. */
const NO_STEP = { term: undefined, hand: undefined, race: undefined }
const NO_PASS = { ...NO_STEP, wrt: undefined, out: undefined }

type Fields = Readonly<Record<string, string | number>>

/**
 * Goes where fields of a link say, from where the page is: what they leave out stays. Resolves to what is wrong with them, in
 * which case nothing is done where that can be told before; the visitor hears nothing of it.
 */
export async function goBy(fields: Fields): Promise<readonly string[]> {
  const { moment, notices } = await readLink(written(fields))
  if (notices.length > 0) return notices
  const [{ goTo, linkMomentNow, isRefused }] = await Promise.all([links.get(), language.get()])
  return unheard(async () => {
    const { program, mode, pass } = moment
    if (program !== undefined && program !== now().source) {
      if (!isRefused(program, 'This program')) await goTo({ ...moment })
      return
    }
    if (mode !== undefined && pass === undefined) show(mode)
    await goTo({
      ...linkMomentNow(),
      ...(pass === undefined ? moment.step !== undefined && NO_STEP : NO_PASS),
      ...moment,
    })
  })
}

/** As a link has them; a program of any length as it is. */
const written = (fields: Fields): string =>
  `#v=1&${Object.entries(fields)
    .map(([field, value]) => `${field}=${encodeURIComponent(value)}`)
    .join('&')}`

/** What the page would say to its visitor, for its host. */
async function unheard(act: () => Promise<void>): Promise<readonly string[]> {
  const { notices } = now()
  await act()
  const said = now().notices.filter((notice) => !notices.includes(notice))
  change({ notices })
  return said.map(({ says }) => says)
}
