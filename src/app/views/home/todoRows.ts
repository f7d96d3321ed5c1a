import { isOverdue, type TodoItem } from '../../../process/todo.ts';

/** One row under **Att göra**. */
export interface TodoRow {
  readonly todo: TodoItem;
  /** How many lines of **Efter mötet** wait behind this one: they stand on one page and take one row. */
  readonly more: number;
}

/** A row for each thing to do in a case; the lines after a meeting together, but for what is late. */
export const todoRows = (todos: readonly TodoItem[], today: string): readonly TodoRow[] => {
  const together = todos.filter((todo) => todo.kind === 'after' && !isOverdue(todo, today));
  return todos
    .filter((todo) => !together.includes(todo) || todo === together[0])
    .map((todo) => ({ todo, more: todo === together[0] ? together.length - 1 : 0 }));
};
