import { pageBeside } from './address.ts'
import { replaceCodeBlocks } from './codeBlocks.ts'
import { GradualGraph, page } from './GradualGraph.ts'

/** A script that is loaded as a module is not named as the current one. */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src$="/gradual.js"]')

page.beside = pageBeside(script?.src)
if (!customElements.get('gradual-graph')) customElements.define('gradual-graph', GradualGraph)
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', replaceCodeBlocks)
else replaceCodeBlocks()
