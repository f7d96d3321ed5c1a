/** What is measured: a file `bench/NAME/bench.ts` exports one as `bench`. */

export interface Figure {
  /** As `running meeting, gzip`; unique in its bench. */
  readonly name: string;
  readonly value: number;
  /** `ratio`: more is better. `times`: as many times the floor, less is better. */
  readonly unit: 'ms' | 'kB' | 'MB' | '/s' | 'ratio' | 'times' | 'count';
  /** The same in WebKitGTK, the iPad's family of browser; none where it is not measured or not on this machine. */
  readonly webkit?: number;
  /** What it must keep to (design.md 9). `most`: not over; `least`: not under. None: only reported. */
  readonly limit?: { readonly most: number } | { readonly least: number };
}

export interface Bench {
  /** What is measured, and on what. */
  readonly title: string;
  readonly run: () => Promise<readonly Figure[]>;
}
