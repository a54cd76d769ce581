import { accepted } from './file-kinds'

/** The browser's own dialog for files; for texts, unless it is told of other types. */
export function chooseFile(onChosen: (files: File[]) => void, types = accepted, several = true): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = types
  input.multiple = several
  input.addEventListener('change', () => onChosen([...(input.files ?? [])]))
  input.click()
}
