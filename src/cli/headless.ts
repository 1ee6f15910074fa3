// What the state asks of a page that draws: here nothing moves.
globalThis.cancelAnimationFrame ??= () => {}
