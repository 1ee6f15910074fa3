import { NO_LESSON } from './choices/lesson.ts'
import { draftIn } from './lesson/editing/drafts.ts'
import { OPENED } from './lesson/lessons.ts'
import { links } from './links.ts'
import { now } from './store.ts'

/** How the one who presents has the page: phones have it as usual. */
const OURS = {
  present: undefined,
  alone: undefined,
  folded: undefined,
  theme: undefined,
  zoom: undefined,
  at: undefined,
}

/** The whole address that opens this moment elsewhere; within a lesson its scene, with nothing revealed. */
export async function linkForPhones(): Promise<string> {
  const { lesson, scene } = now()
  const { linkBut, writeLink } = await links.get()
  // A lesson of this browser is nowhere else.
  if (lesson === null || lesson === OPENED || draftIn(lesson) !== null)
    return whole(await linkBut({ ...OURS, ...NO_LESSON }))
  return whole(await writeLink({ lesson, scene: scene ?? undefined }))
}

const whole = (fragment: string) => new URL(fragment, location.href).href
