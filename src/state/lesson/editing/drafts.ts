import { attempt, forget, keepText, kept, keysKept } from '../../storage.ts'
import { freeName } from './changes.ts'

/** Lessons that the user writes are kept in the browser, each under its name. */
const KEY = 'gradual:draft:'
const PREFIX = 'draft.'

/** By what links mean a draft. */
export const draftLesson = (name: string): string => `${PREFIX}${name}`

/** The draft that a lesson’s name means; null where it means another one. */
export const draftIn = (lesson: string | null): string | null =>
  lesson?.startsWith(PREFIX) ? lesson.slice(PREFIX.length) : null

/** What this tab has written, and whether the browser keeps it. */
interface OwnDraft {
  readonly text: string
  readonly isKept: boolean
}

const own = new Map<string, OwnDraft>()

/** A draft as it was written last, here or in another tab. */
export function draftText(name: string): string | null {
  const mine = own.get(name)
  if (mine && !mine.isKept) return mine.text
  const text = kept(KEY + name)
  if (text !== null) own.set(name, { text, isKept: true })
  return text
}

export const noDraft = (name: string): string => `This browser has no lesson “${name.slice(0, 40)}” of yours.`

/** Whether another tab has written it since this one last read or wrote it. */
function isOthers(name: string): boolean {
  const [mine, text] = [own.get(name), kept(KEY + name)]
  return text !== null && text !== mine?.text
}

export interface KeptDraft {
  /** Another one than was asked for where another tab has written that one: neither writes over the other. */
  readonly name: string
  readonly isKept: boolean
}

export function keepDraft(wanted: string, text: string): KeptDraft {
  const name = isOthers(wanted) ? freeDraft(wanted) : wanted
  const isKept = keepText(KEY + name, text)
  own.set(name, { text, isKept })
  return { name, isKept }
}

export function forgetDraft(name: string): void {
  own.delete(name)
  forget(KEY + name)
}

/** The names of all drafts. */
function draftNames(): readonly string[] {
  const names = keysKept()
    .filter((key) => key.startsWith(KEY))
    .map((key) => key.slice(KEY.length))
  return [...new Set([...names, ...own.keys()])]
}

export interface DraftTitle {
  readonly name: string
  readonly title: string
}

/** All drafts by their titles, in their order. */
export const draftTitles = (): readonly DraftTitle[] =>
  draftNames()
    .map((name) => ({ name, title: titleIn(draftText(name)) ?? name }))
    .sort((a, b) => a.title.localeCompare(b.title) || a.name.localeCompare(b.name))

function titleIn(text: string | null): string | null {
  const { title } = Object(attempt(() => JSON.parse(text ?? '') as unknown)) as { readonly title?: unknown }
  return typeof title === 'string' && title !== '' ? title : null
}

export const freeDraft = (name: string): string => {
  const taken = new Set(draftNames())
  return freeName(name, (each) => taken.has(each))
}
