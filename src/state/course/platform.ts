/** What a course platform lends to a page by SCORM 1.2. All is text, and whatever fails says "false" or nothing. */
export interface CoursePlatform {
  LMSInitialize(nothing: ''): unknown
  LMSGetValue(element: string): unknown
  LMSSetValue(element: string, value: string): unknown
  LMSCommit(nothing: ''): unknown
  LMSFinish(nothing: ''): unknown
}

/** Frames in frames that are looked through; platforms have three or four. */
const DEEPEST = 20

/** The platform that has opened the page: the nearest of the frames around it, else of what opened its window. */
export function platformOf(page: Window): CoursePlatform | null {
  const opener = attempt(() => page.top?.opener ?? page.opener) as Window | null
  return above(page) ?? (opener && above(opener))
}

function above(page: Window): CoursePlatform | null {
  let window = page
  for (let depth = 0; depth < DEEPEST; depth++) {
    const here = window
    const found = attempt(() => (here as Window & { API?: CoursePlatform }).API)
    if (found) return found
    if (here.parent === here) return null
    window = here.parent
  }
  return null
}

/** Windows of another origin do not let themselves be looked at. */
function attempt<T>(look: () => T): T | null {
  try {
    return look()
  } catch {
    return null
  }
}
