import { address, figure, markdown, type SnippetFormat } from './snippet.ts'

export const jupyterBook: SnippetFormat = {
  ...{ name: 'jupyter-book', title: 'Jupyter Book' },
  says: 'For Jupyter Book 1 and other Sphinx books in Markdown. In PDF the picture or a link takes its place.',
  write: (graph) => {
    const { picture, title, whole } = graph
    const image = picture === null ? [] : [`![${markdown(title)}](<${address(picture)}>)`, '']
    return [
      '````{only} html',
      '```{raw} html',
      figure({ ...graph, picture: null }),
      '```',
      '````',
      '',
      '````{only} latex',
      ...image,
      `[${markdown(title)}](<${address(whole)}>)`,
      '````',
    ].join('\n')
  },
}
