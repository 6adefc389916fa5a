import { createStore } from "zustand/vanilla"

/** The card under the pointer or with the focus: its hidden ways back are shown. */
export const hoveredCard = createStore<{ readonly groupId: string | null }>()(() => ({
  groupId: null,
}))

export const enterCard = (groupId: string) => hoveredCard.setState({ groupId })
export const leaveCard = (groupId: string) => {
  if (hoveredCard.getState().groupId === groupId) hoveredCard.setState({ groupId: null })
}
