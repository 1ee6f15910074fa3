import { address, frame, markdown, type SnippetFormat } from './snippet.ts'

export const obsidian: SnippetFormat = {
  ...{ name: 'obsidian', title: 'Obsidian' },
  says: 'On lines of their own in a note.',
  write: (graph) => `${frame(graph)}\n\n[${markdown(graph.title)}](<${address(graph.whole)}>)`,
}
