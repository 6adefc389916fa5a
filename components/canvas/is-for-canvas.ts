/** Keys are the canvas's when nobody is typing and no dialog or menu is open. */
export function isForCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return true
  const isTyping =
    (target instanceof HTMLElement && target.isContentEditable) ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
  return !isTyping && target.closest("[role=dialog], [role=menu]") === null
}
