import { create } from 'zustand'

type Name = 'help' | 'goto' | 'legend' | 'tally'

const useOpened = create<{ readonly name: Name | null }>(() => ({ name: null }))

export const isAnyOpen = () => useOpened.getState().name !== null
export const useIsOpen = (name: Name) => useOpened((state) => state.name === name)
export const openHelp = () => useOpened.setState({ name: 'help' })
export const openGoTo = () => useOpened.setState({ name: 'goto' })
export const toggleDialog = (one: Name) => useOpened.setState(({ name }) => ({ name: name === one ? null : one }))
export const closeDialog = () => useOpened.setState({ name: null })
