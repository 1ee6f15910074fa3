import { PAGE } from './belonging.ts'
import { readersFlag, staying } from './choice.ts'
import { text } from './form.ts'

/** How another page has this one inside itself (`state/embedded.ts`). */
export const embedding = {
  embedded: readersFlag('embed', PAGE),
  /** The only origin of a page that may send messages and hears any, as `https://host`; null is whichever embeds. */
  host: staying('origin', text, PAGE, null),
}
