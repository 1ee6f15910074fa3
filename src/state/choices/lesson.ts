import type { Belonging } from './belonging.ts'
import { asItIs, flag, linked } from './choice.ts'
import { text, whole } from './form.ts'

/** A link to a lesson decides where in it one is, and so does one to a program: that leads out of the lesson if it names none. */
const LESSON: Belonging = {
  isSaid: () => true,
  isDecided: ({ program, lesson }) => program !== undefined || lesson !== undefined,
}

const REVEALED = { revealed: whole }

/** Where in a lesson the user is. */
export const lesson = {
  /** Its name: a built-in one, one of the browser’s own, or `NAME.gradual-lesson.json` beside the page. */
  lesson: asItIs('lesson', text, LESSON, null),
  /** The scene, by its id; null is the first. */
  scene: asItIs('scene', text, LESSON, null),
  /** Whether it is being written: the editor stands in its place. */
  editing: flag('edit', LESSON, false),
  /** How many of its moves are made; null where the scene is still to be set. */
  revealed: linked<number | null, typeof REVEALED>(null, {
    ...{ fields: REVEALED, of: LESSON },
    says: (revealed) => ({ revealed: revealed ?? undefined }),
    means: ({ revealed }) => revealed ?? null,
  }),
}
