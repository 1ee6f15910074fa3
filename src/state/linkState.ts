import { passCount, seedIndex } from '../autodiff/seeds.ts'
import type { Carried } from '../exports/carried/carried.ts'
import { tooMuchToDraw } from '../language/drawable.ts'
import type { Position } from '../trace/position.ts'
import type { Moment } from './choices/all.ts'
import { decidedBy, saidOf } from './choices/inLinks.ts'
import { compiled, isCompiled } from './compiled.ts'
import { countData, edit, setOrder } from './document.ts'
import { isEmbedded } from './embedded.ts'
import { replaceProgram } from './keeping.ts'
import { language } from './language.ts'
import { type LinkForm, leftOut, readBesides, readLink, writeBesides, writeLink } from './link.ts'
import { placeInPasses, placeSaid } from './linkPlace.ts'
import { valuesRead, valuesSaid } from './linkValues.ts'
import { say } from './notices.ts'
import { opening } from './opening.ts'
import { goToRace } from './playback.ts'
import { isRefused } from './refusal.ts'
import './masking.ts'
import { currentSession, ownSeeds } from './session.ts'
import { change, now, type State } from './store.ts'
import { TABS } from './tabs.ts'

export { isRefused, writeLink }

/** What a link to the state on the screen says. */
function linkMomentOf(state: State): Moment {
  const moment = saidOf(state)
  const place = placeSaid(state)
  const values = valuesSaid(state)
  return place
    ? { ...moment, ...place, values }
    : { program: moment.program, theme: moment.theme, lang: moment.lang, values }
}

/** What a link to the state on the screen says now. */
export const linkMomentNow = () => linkMomentOf(now())

/** Goes to the moment of a link, and resolves when it is there. The program that was there stays among the recent ones. */
export async function goTo(moment: Moment): Promise<void> {
  const before = now()
  const isPassing = before.lesson !== null && moment.lesson === before.lesson
  if (moment.program !== undefined) replaceProgram(before.source, moment.program, isPassing)
  change({ playing: false, ...onWhatStands(decidedBy(moment, before)) })
  if (moment.program !== undefined) edit(moment.program, valuesRead(moment.values))
  await whenCompiled(now().source, async () => {
    if (moment.order !== undefined) await setOrder(moment.order)
    const { jvp = null, vjp = null, hvp = null } = moment
    const isSeeded = jvp !== null || vjp !== null || hvp !== null
    if (isSeeded) (await ownSeeds.ask())?.giveSeeds({ forward: jvp, reverse: vjp, hvp })
    countDataNamed(moment)
    placeInPasses(moment)
    if (moment.race !== undefined) await goToRace(moment.race)
  })
}

/** A page without its ledger or program has no tab of theirs open. */
function onWhatStands(choices: Partial<State>): Partial<State> {
  const { tab, parts } = { ...now(), ...choices }
  const place = TABS.find((each) => each.tab === tab)?.place
  const isThere =
    parts === null ||
    (place === 'ledger' && parts.has(tab === 'step' ? 'caption' : 'ledger')) ||
    (place === 'column' && (parts.has('program') || parts.has('inputs'))) ||
    place === 'chapter'
  return isThere ? choices : { ...choices, tab: 'graph' }
}

/** Long programs compile in a worker; the position waits for them, unless another text comes first. */
async function whenCompiled(program: string, then: () => Promise<void>): Promise<void> {
  if (isCompiled(now()) || (await compiled()).source === program) await then()
}

/** A link to the pass of data counts them. */
function countDataNamed({ wrt, pass }: Moment): void {
  const session = currentSession(now())
  const isHeld = (name?: string) =>
    name !== undefined &&
    session !== null &&
    seedIndex(session.graph, 'forward', name) >= passCount(session.graph, 'forward')
  const isOutput = session !== null && pass !== undefined && seedIndex(session.graph, 'reverse', pass) >= 0
  if (isHeld(wrt) || (isHeld(pass) && !isOutput)) countData(true)
}

/** Links that were followed: the program of one may be long on its way, and another be followed meanwhile. */
let followed = 0

/** A show and a lesson’s editor take the whole page. */
const NOT_IN_EMBEDS = { present: undefined, show: undefined, speaker: undefined, edit: undefined }

/** What a link says, as far as it can be opened; null where another one was followed since. */
async function linkMomentAt(fragment: string): Promise<Moment | null> {
  const turn = ++followed
  const { moment, notices } = await readLink(fragment)
  if (turn !== followed) return null
  say(...notices)
  const { program, ...rest } = isEmbedded ? { ...moment, ...NOT_IN_EMBEDS } : moment
  return program !== undefined && isRefused(program, 'The program in the link') ? rest : moment
}

/** Opens a link’s moment: its program, or else the one given. */
export async function openLink(fragment: string, otherwise: string): Promise<void> {
  const moment = await linkMomentAt(fragment)
  const program = moment?.program ?? otherwise
  if (program !== opening.source) await language.ask()
  if (moment) void goTo({ ...moment, program })
}

/**
 * A link pasted into the address bar of the open page, or a moment that the browser goes back to: with a program it opens
 * what it would open elsewhere. The address without a link is that of the program given.
 */
export async function followLink(fragment: string, unlinked: string): Promise<void> {
  const moment = fragment.length > 1 ? await linkMomentAt(fragment) : { program: unlinked }
  if (moment) void goTo(elsewhere(moment))
}

/** A link to a program opens what it would open in a page of its own. */
const elsewhere = (moment: Moment): Moment =>
  moment.program === undefined ? moment : { mode: 'compare', tab: 'graph', ...moment }

/** Goes where a fragment says, with what is said besides; resolves when all is there, also where another link was followed since. */
export async function goToFragment(fragment: string, besides: Moment = {}): Promise<void> {
  const moment = await linkMomentAt(fragment)
  if (!moment) return
  await language.get()
  await goTo({ ...elsewhere(moment), ...besides })
}

export const currentLink = () => writeLink(linkMomentNow())

/** The same at another position. */
export const linkAt = (position: Position) => writeLink(linkMomentOf({ ...now(), position }))

/** What that link is without. */
export const missingInLink = () => leftOut(linkMomentNow())

/** The same with some fields said otherwise. */
export const linkBut = (fields: Moment, form?: LinkForm) => writeLink({ ...linkMomentNow(), ...fields }, form)

/** The same as files carry it. */
export const carriedBut = (fields: Moment = {}): Carried => ({
  program: now().source,
  moment: writeBesides({ ...linkMomentNow(), ...fields }),
})

/** Opens what a file carries, as a link to it would be followed; gives back why it cannot be opened, else null. */
export async function openCarried({ program, moment }: Carried): Promise<string | null> {
  const turn = ++followed
  const read = await readBesides(moment)
  const why = tooMuchToDraw(program)
  if (why !== null || turn !== followed) return why
  say(...read.notices)
  await language.get()
  void goTo(elsewhere({ ...read.moment, program }))
  return null
}
