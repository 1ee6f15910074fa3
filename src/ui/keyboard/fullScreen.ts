/** Full screen, where the browser allows it. */
export function toggleFullScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {})
}
