import { expect, it } from 'vitest';
import type { TodoItem } from '../../../process/todo.ts';
import { todoRows } from './todoRows.ts';

const after = (id: string, due: TodoItem['due'] = null): TodoItem => ({
  id,
  kind: 'after',
  red: false,
  way: 'efter',
  due,
  who: '',
  line: 'klar',
});

it('the lines after a meeting take one row, and what is late or something else keeps its own', () => {
  const decision: TodoItem = { ...after('decision'), kind: 'decision', way: 'plan', line: null };
  const late = after('taBort', '2026-11-01');
  const rows = todoRows([decision, after('prata'), after('klar'), late, after('ge')], '2026-11-22');
  expect(rows.map(({ todo, more }) => [todo.id, more])).toEqual([
    ['decision', 0],
    ['prata', 2],
    ['taBort', 0],
  ]);
});

it('one line alone says nothing of others', () => {
  expect(todoRows([after('ge')], '2026-11-22')).toEqual([{ todo: after('ge'), more: 0 }]);
});
