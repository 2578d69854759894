/** A row that is not as the log tells it. */
export interface Difference {
  readonly table: string;
  /** Its key. */
  readonly row: string;
  /** The story whose text it decides; null where it decides that of all. */
  readonly story: string | null;
  readonly is: 'missing' | 'too many' | 'different';
  /** The first column that differs; null for a whole row. */
  readonly column: string | null;
}

const IS = { missing: 'is missing', 'too many': 'is one too many', different: 'is not what the log tells' } as const;

/** A sentence for whoever runs the bot. */
export const describeDifference = ({ table, row, story, is, column }: Difference): string =>
  `Table ${table}, row ${row}${story === null ? '' : `, of ${story}`}: ${column === null ? 'it' : column} ${IS[is]}.`;
