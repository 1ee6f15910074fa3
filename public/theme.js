// Sets the theme before anything is painted: the link's, else the kept one, else the system's. An embed reads nothing that is kept.
const linked = /[#&]theme=(light|dark|projector)(?=&|$)/.exec(location.hash)?.[1]
const isEmbedded = /[#&]embed=1(?=&|$)/.test(location.hash)
let kept = null
try {
  if (!isEmbedded) kept = JSON.parse(localStorage.getItem('gradual:preferences') ?? 'null')?.theme
} catch {
  // Nothing is kept, or what is kept cannot be read.
}
const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
const known = ['light', 'dark', 'projector'].includes(kept) ? kept : null
document.documentElement.dataset.theme = linked ?? known ?? system
