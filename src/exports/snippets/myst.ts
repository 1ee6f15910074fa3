import { address, markdown, type SnippetFormat } from './snippet.ts'

export const myst: SnippetFormat = {
  ...{ name: 'myst', title: 'MyST' },
  says: 'For MyST documents and Jupyter Book 2. In PDF the picture takes its place, where there is one, and the caption leads to the page.',
  write: ({ address: embed, whole, title, picture, width }) =>
    [
      `:::{iframe} ${address(embed)}`,
      `:width: ${width === null ? '100%' : `${width}px`}`,
      ...(picture === null ? [] : [`:placeholder: ${address(picture)}`]),
      '',
      `[${markdown(title)}](<${address(whole)}>)`,
      ':::',
    ].join('\n'),
}
