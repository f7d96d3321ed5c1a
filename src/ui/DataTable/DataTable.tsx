/** A table with its headers; on a phone each row stands by itself with the headers beside the cells. */
import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './DataTable.css';

export interface DataColumn<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** The cell that names the row. */
  readonly rowHeader?: boolean | undefined;
  /** Read out, not seen: a column of buttons. */
  readonly hideLabel?: boolean | undefined;
}

export interface DataRow<Key extends string> {
  readonly id: string;
  readonly cells: Readonly<Record<Key, ComponentChildren>>;
}

export interface DataTableProps<Key extends string> {
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly DataColumn<Key>[];
  readonly rows: readonly DataRow<Key>[];
  readonly class?: string | undefined;
}

export function DataTable<Key extends string>({
  caption,
  hideCaption = false,
  columns,
  rows,
  class: extra,
}: DataTableProps<Key>): JSX.Element {
  return (
    <table class={classNames('data-table', extra)}>
      <caption class={hideCaption ? 'visually-hidden' : 'data-table__caption'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              <span class={column.hideLabel ? 'visually-hidden' : undefined}>{column.label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) =>
              column.rowHeader ? (
                <th key={column.key} scope="row">
                  {row.cells[column.key]}
                </th>
              ) : (
                <td key={column.key} data-label={column.hideLabel ? undefined : column.label}>
                  {row.cells[column.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
