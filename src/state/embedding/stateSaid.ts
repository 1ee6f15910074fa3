import type { Moment } from '../choices/all.ts'
import { LINK_FIELDS } from '../link.ts'
import { links } from '../links.ts'

const NUMBERS: ReadonlySet<string> = new Set(['whole', 'number', 'positive'])

/** The fields of a link to the moment on the screen, as a host may send them back. */
export async function stateSaid(): Promise<Readonly<Record<string, string | number>>> {
  const { linkMomentNow, writeLink } = await links.get()
  const { program = '', embed: _, origin: __, ...moment } = linkMomentNow()
  const link = await writeLink({ ...moment, program: '' })
  return { ...fieldsIn(link), program }
}

function fieldsIn(link: string): Readonly<Record<string, string | number>> {
  const parts = link
    .slice(1)
    .split('&')
    .map((part) => part.split('=', 2) as [keyof Moment, string])
  return Object.fromEntries(
    parts.flatMap(([field, encoded]) => {
      const form = LINK_FIELDS.get(field)
      const text = decodeURIComponent(encoded)
      return form ? [[field, NUMBERS.has(form.kind) ? Number(text) : text]] : []
    }),
  )
}
