/** Joins class names and leaves out what is not there: `classNames('button', busy && 'button--busy')`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
