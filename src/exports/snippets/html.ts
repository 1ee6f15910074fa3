import { figure, type SnippetFormat } from './snippet.ts'

export const html: SnippetFormat = {
  ...{ name: 'html', title: 'HTML' },
  says: 'For any page that you write yourself.',
  write: (graph) => figure(graph),
}
