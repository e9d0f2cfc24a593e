/** Made at build by `tools/vite/code-regions.ts`. */
declare module 'virtual:code-regions' {
  /** An index into `tokenKinds`, and the text. */
  export type CodeToken = readonly [kind: number, text: string];

  export interface CodeRegion {
    /** Relative to the project's root. */
    readonly file: string;
    /** 1-based lines of the file, first and last. */
    readonly startLine: number;
    readonly endLine: number;
    /** The region right around this one. */
    readonly parent: string | null;
    /** The lines of the outermost region around this one, shared by all the regions inside it. */
    readonly lines: readonly (readonly CodeToken[])[];
    /** This region's own lines: a half-open range of indexes into `lines`. */
    readonly from: number;
    readonly to: number;
  }

  /** `keyword`, `string`, `foreground`, …: what the stylesheet gives a colour. */
  export const tokenKinds: readonly string[];
  /** By name: `php-session.recognise`, `php-session.recognise/read-file`. */
  export const codeRegions: Readonly<Record<string, CodeRegion>>;
}
