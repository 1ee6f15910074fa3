import { figure, type SnippetFormat } from './snippet.ts'

export const mkdocs: SnippetFormat = {
  ...{ name: 'mkdocs', title: 'MkDocs' },
  says: 'Between empty lines of a Markdown page; a picture for print lies beside the page.',
  write: (graph) => figure(graph),
}
