import { coursePlatform } from './coursePlatform.ts'
import { html } from './html.ts'
import { jupyterBook } from './jupyterBook.ts'
import { mkdocs } from './mkdocs.ts'
import { myst } from './myst.ts'
import { obsidian } from './obsidian.ts'
import { quarto } from './quarto.ts'
import { reveal } from './reveal.ts'
import type { SnippetFormat } from './snippet.ts'

/** Every kind of material that a graph can be put into. */
export const SNIPPETS: readonly SnippetFormat[] = [
  html,
  reveal,
  quarto,
  myst,
  mkdocs,
  jupyterBook,
  coursePlatform,
  obsidian,
]
