import '../../primitives/late.ts'
import { type CodeSource, codeOf, type NoCode } from '../../exports/code/code.ts'
import type { CodeLanguageName } from '../../exports/code/codeLanguage.ts'
import type { ExportedFile } from '../../exports/exported.ts'
import { serve } from '../serve.ts'

/** Writes programs as code off the main thread. */
serve<CodeLanguageName, ExportedFile | NoCode, CodeSource>((name, source) => codeOf(name, source))
