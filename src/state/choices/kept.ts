import type { Choices } from './all.ts'
import type { KeptForm } from './form.ts'
import { KEPT } from './start.ts'

/** The choices among what the browser has kept. Anything may be there. */
export const keptIn = (found: Readonly<Record<string, unknown>>): Partial<Choices> =>
  Object.fromEntries(
    Object.entries(found).filter(([name, value]) => Object.hasOwn(KEPT, name) && can(KEPT[name], value)),
  )

function can(form: KeptForm, value: unknown): boolean {
  if (form.kind === 'oneOf') return form.choices.some((choice) => choice === value)
  if (form.kind === 'number') return typeof value === 'number' && value >= form.least && value <= form.most
  return form.kind === 'truth' && typeof value === 'boolean'
}
