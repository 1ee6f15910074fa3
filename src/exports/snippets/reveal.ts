import { address, attribute, content, type SnippetFormat } from './snippet.ts'

export const reveal: SnippetFormat = {
  ...{ name: 'reveal', title: 'reveal.js' },
  says: 'A slide that steps with the keys of the show, and goes on to the next slide after the last step. The script stands once in the page. In print the program takes the graph’s place.',
  write: ({ address: embed, script, title, height, program }) =>
    [
      '<section>',
      `  <gradual-graph link="${attribute(address(new URL(embed).hash))}" title="${attribute(title)}" height="${height}" takes-keys><pre>${content(program)}</pre></gradual-graph>`,
      '</section>',
      `<script src="${attribute(address(script))}"></script>`,
    ].join('\n'),
}
