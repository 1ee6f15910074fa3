import type { Plugin } from 'vite'

/** What a page of a course begins with, before the page: an entry of the page's own build, which no other page asks for. */
const COURSE = '/src/state/course/course.ts'

export const coursePage = (): Plugin => ({
  name: 'course-page',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: COURSE, name: 'course' })
  },
})
