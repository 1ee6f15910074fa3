import { frame, linkToWhole, type SnippetFormat } from './snippet.ts'

/** Course platforms take styles and scripts out of what they are given. */
export const coursePlatform: SnippetFormat = {
  ...{ name: 'course', title: 'Canvas and Moodle' },
  says: 'In the HTML view of the editor. Canvas and Moodle show frames of pages that their administrators allow.',
  write: (graph) => `<p>${frame(graph)}</p>\n<p>${linkToWhole(graph)}</p>`,
}
