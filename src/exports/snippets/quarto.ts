import { address, frame, markdown, type SnippetFormat } from './snippet.ts'

export const quarto: SnippetFormat = {
  ...{ name: 'quarto', title: 'Quarto' },
  says: 'For pages, books and slides. In PDF and Word the picture or a link takes its place; resources that are embedded leave the frame as it is.',
  write: (graph) => {
    const { picture, title, whole } = graph
    const link = `[${markdown(title)}](<${address(whole)}>)`
    const printed = picture === null ? link : `![${link}](<${address(picture)}>)`
    return [
      '::: {.content-visible when-format="html"}',
      '```{=html}',
      frame(graph, ' data-external="1"'),
      '```',
      ':::',
      '',
      '::: {.content-visible unless-format="html"}',
      printed,
      ':::',
    ].join('\n')
  },
}
