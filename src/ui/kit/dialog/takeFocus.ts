/** A dialog gives the focus to this field when it opens, or at once where the field comes later than the dialog. */
export function takeFocus(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '')
  if (field?.closest('dialog')?.open) field.focus()
}
