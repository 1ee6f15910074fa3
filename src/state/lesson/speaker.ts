import { links } from '../links.ts'
import { change, now } from '../store.ts'
import { canKeepInStep, newName, useInStep } from './sync/inStep.ts'

/** The whole address of the speaker’s window of this show, which begins with it. */
async function speakerAddress(): Promise<string> {
  const { lesson, scene } = now()
  const show = now().show ?? newName()
  change({ show })
  const { writeLink } = await links.get()
  const link = await writeLink({ lesson: lesson ?? undefined, scene: scene ?? undefined, show, speaker: '1' })
  return new URL(link, location.href).href
}

const NO_CHANNEL =
  'This browser does not keep two windows in step. Open the speaker’s view by hand, and press PgDn in both:'
const BLOCKED = 'The browser has blocked the second window. Allow pop-ups for this page, or open it by hand:'

const refuse = (says: string, address: string) => useInStep.setState({ refused: { says, address } })

/** Opens the speaker’s window of the lesson that is on, or says what to do where the browser does not. */
export async function openSpeaker(): Promise<void> {
  if (now().lesson === null || now().speaker) return
  const address = await speakerAddress()
  if (!canKeepInStep()) return refuse(NO_CHANNEL, address)
  const opened = window.open(address, `gradual-${now().show}`, 'popup,width=1200,height=800')
  if (opened) useInStep.setState({ refused: null })
  else refuse(BLOCKED, address)
}
